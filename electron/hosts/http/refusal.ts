import type { ServerResponse } from 'node:http';
import { problemOf, problemType } from './problem.ts';

/**
 * Why a request is turned away before any operation is looked at. `code` is one of the contract's where it has one;
 * the others belong to this door alone and never reach our own page. `challenge`: how else somebody might show who it is.
 */
export type Refusal = { status: number; code: string; data?: unknown; allow?: string; challenge?: string };

export const refusals = {
  malformedRequest: { status: 400, code: 'MALFORMED_REQUEST' },
  notSignedIn: { status: 401, code: 'NOT_SIGNED_IN', data: {} },
  foreignOrigin: { status: 403, code: 'FOREIGN_ORIGIN' },
  notFound: { status: 404, code: 'NOT_FOUND', data: {} },
  jsonRequired: { status: 415, code: 'JSON_REQUIRED' },
  wrongHost: { status: 421, code: 'WRONG_HOST' },
} as const satisfies Record<string, Refusal>;

const faultyInput = (status: number, code: string, parameters: object): Refusal => ({
  status,
  code: 'INVALID_INPUT',
  data: { issues: [{ path: [], code, parameters }] },
});

/** `allow`: the methods that are, as the header says them (RFC 9110 10.2.1). */
export const methodNotAllowed = (allow: string): Refusal => ({
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  allow,
});

/** A body that is not JSON, or not UTF-8. */
export const invalidJson = faultyInput(400, 'invalid', {});
/** `limit` in bytes. */
export const bodyTooBig = (limit: number): Refusal => faultyInput(413, 'tooBig', { limit });

/** What this door alone refuses; all else has a code of the contract. */
export const doorRefusals: readonly Refusal[] = [
  refusals.malformedRequest,
  refusals.foreignOrigin,
  methodNotAllowed('POST'),
  refusals.jsonRequired,
  refusals.wrongHost,
];

type Told = { type: string; text: string };

/** Under `/api` as problem details, under `/rpc` in the envelope of that protocol, everywhere else as they are. */
const tell = async (response: ServerResponse, urlPath: string, refusal: Refusal): Promise<Told> => {
  const { status, code, data } = refusal;
  if (urlPath.startsWith('/api/'))
    return { type: problemType, text: await problemOf(refusal, response.req.headers['accept-language']) };
  const error = { defined: code === 'NOT_SIGNED_IN', code, status, message: code, data };
  const text = JSON.stringify(urlPath.startsWith('/rpc/') ? { json: error } : error);
  return { type: 'application/json', text };
};

/** Answers with a refusal. A body that was not read to its end makes the connection useless, so it is closed. */
export const refuse = async (
  response: ServerResponse,
  urlPath: string,
  refusal: Refusal,
  connection: 'keep' | 'close' = 'keep',
): Promise<void> => {
  const { status, allow, challenge } = refusal;
  const { type, text } = await tell(response, urlPath, refusal);
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    ...(allow === undefined ? {} : { allow }),
    ...(challenge === undefined ? {} : { 'www-authenticate': challenge }),
    ...(connection === 'close' ? { connection: 'close' } : {}),
  });
  response.end(text);
};
