import type { HttpAnswer } from '../http/httpConnection.ts';
import { retryAfterSeconds } from '../http/retryAfter.ts';
import { hideSecrets, isPage, serverWords } from '../http/serverWords.ts';
import { shownLocation } from '../http/shownLocation.ts';
import { readJson } from '../text/readJson.ts';

type Refused = {
  status: number;
  code: string;
  message: string;
  isPage: boolean;
  requestId: string | null;
  retryAfterSeconds: number | null;
  location: string | null;
};

/** Microsoft Graph, or something in front of it, did not take a message. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  /** As `ErrorSendAsDenied`; empty: the answer is none of Graph's. */
  readonly code: string;
  /** What the server says, in its own words. */
  readonly serverMessage: string;
  /** Whether a page for people stands where Graph writes JSON. */
  readonly isPage: boolean;
  /** By which Microsoft finds the request again. */
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** Where it sends us instead, as it can be shown; null: nowhere. Graph never does. */
  readonly location: string | null;

  constructor({
    status,
    code,
    message,
    isPage: page,
    requestId,
    retryAfterSeconds: seconds,
    location,
  }: Refused) {
    super(`${status} ${code}`.trim());
    this.location = location;
    this.status = status;
    this.code = code;
    this.serverMessage = message;
    this.isPage = page;
    this.requestId = requestId;
    this.retryAfterSeconds = seconds;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const recordIn = (parent: unknown, name: string): Record<string, unknown> => {
  const child = isRecord(parent) ? parent[name] : null;
  return isRecord(child) ? child : {};
};

const textIn = (parent: Record<string, unknown>, name: string): string | null => {
  const value = parent[name];
  return typeof value === 'string' ? value : null;
};

/** The identifier of a request, which Graph gives with every answer. */
export const requestIdOf = ({ headers }: Pick<HttpAnswer, 'headers'>): string | null =>
  headers['request-id']?.[0] ?? null;

/**
 * Reads an answer that is no success ("Microsoft Graph error responses and resource types").
 * @param secrets what must not be repeated, should the server do so.
 */
export const toGraphRefusal = (
  answer: HttpAnswer,
  { secrets, now }: { secrets: readonly string[]; now: Date },
): GraphRefusal => {
  const body = answer.body.toString('utf8');
  const error = recordIn(readJson(body), 'error');
  const inner = recordIn(error, 'innerError');
  const message = textIn(error, 'message');
  return new GraphRefusal({
    status: answer.status,
    code: textIn(error, 'code') ?? '',
    message: message === null ? serverWords(body, secrets) : hideSecrets(message, secrets),
    isPage: isPage(body),
    requestId: requestIdOf(answer) ?? textIn(inner, 'request-id'),
    retryAfterSeconds: retryAfterSeconds(answer.headers['retry-after']?.[0], now),
    location: shownLocation(answer.headers['location']?.[0], secrets),
  });
};
