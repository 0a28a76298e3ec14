import type { IncomingMessage } from 'node:http';
import { refusals, type Refusal } from './refusal.ts';

/** A request as the guard sees it: nothing of its body has been read. */
export type GuardedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'headersDistinct'>;

const isSafe = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

/**
 * Exactly our own address and port, said once (RFC 9112 3.2). A name that an attacker's DNS points at 127.0.0.1 (DNS rebinding) arrives with
 * that name in Host (RFC 9110 7.2), and 421 tells it that it is not served here.
 */
const hostIsOurs = ({ host = [] }: NodeJS.Dict<string[]>, origin: string): boolean =>
  host.length === 1 && `http://${host[0]}` === origin;

/**
 * Fetch Metadata: `none` is typed or opened by a program; `same-site` would be any other port of this machine. A
 * link from elsewhere may open the page itself, which then is alone in its window and has no cookie in that request.
 */
const siteIsOurs = ({ method, headers, url }: GuardedRequest): boolean => {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  const opensPage = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return method === 'GET' && url === '/' && opensPage;
};

/**
 * Browsers send Origin with everything but GET and HEAD. Absent it is a program, which has to show its key in a
 * header that no browser adds by itself. Below `/api` nothing runs without that header; a program that waits to be asked
 * for name and password (RFC 7617) gets as far as that question.
 */
const originIsOurs = ({ method, headers, url }: GuardedRequest, origin: string): boolean => {
  if (headers.origin !== undefined) return headers.origin === origin;
  const showsItself = headers.authorization !== undefined || url === '/session' || url?.startsWith('/api/');
  return isSafe(method) || showsItself === true;
};

/**
 * Decides whether a request comes from our own page or from a program that knows its token; `origin` is ours,
 * `http://127.0.0.1:PORT`. Null: it may go on. The order is from what costs least to what tells most.
 */
export const guardRequest = (request: GuardedRequest, origin: string): Refusal | null => {
  if (!hostIsOurs(request.headersDistinct, origin)) return refusals.wrongHost;
  if (!request.url?.startsWith('/') || request.url.startsWith('//')) return refusals.malformedRequest;
  if (!siteIsOurs(request)) return refusals.foreignOrigin;
  if (!originIsOurs(request, origin)) return refusals.foreignOrigin;
  return null;
};
