import type { ServerResponse } from 'node:http';

/**
 * Why a request is turned away before any operation is looked at. `code` is one of the contract's where it has one;
 * the others belong to this door alone and never reach our own page.
 */
export type Refusal = { status: number; code: string; data?: unknown; allow?: string };

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

/** Errors travel under `/rpc` in the envelope of that protocol, everywhere else as they are. */
const envelope = (urlPath: string, error: object): object =>
  urlPath.startsWith('/rpc/') ? { json: error } : error;

/** Answers with a refusal. A body that was not read to its end makes the connection useless, so it is closed. */
export const refuse = (
  response: ServerResponse,
  urlPath: string,
  { status, code, data, allow }: Refusal,
  connection: 'keep' | 'close' = 'keep',
): void => {
  const error = { defined: code === 'NOT_SIGNED_IN', code, status, message: code, data };
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(allow === undefined ? {} : { allow }),
    ...(connection === 'close' ? { connection: 'close' } : {}),
  });
  response.end(JSON.stringify(envelope(urlPath, error)));
};
