import { outOfPlace } from './exchange.ts';
import type { LdapConnection } from './ldapConnection.ts';
import type { LdapControl } from './ldapControl.ts';
import type { LdapEntry, LdapReference } from './ldapEntry.ts';
import { LdapError } from './ldapError.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';
import { searchRequest } from './ldapRequest.ts';
import { type LdapResult, ldapResultCodes } from './ldapResult.ts';
import { pagedResultsControl, pagedResultsCookie } from './pagedResults.ts';
import type { SearchRequest } from './searchRequest.ts';

export type Found = LdapEntry | LdapReference;
type SearchEnd = { result: LdapResult; controls: readonly LdapControl[] };

/** One request and all its answers; abandoned when nobody wants the rest. */
async function* searchOnce(
  connection: LdapConnection,
  { request, controls }: { request: SearchRequest; controls: readonly LdapControl[] },
  signal: AbortSignal,
): AsyncGenerator<Found, SearchEnd, void> {
  signal.throwIfAborted();
  const operation = connection.start(searchRequest(request, controls));
  try {
    for (;;) {
      const response = await operation.next(signal);
      const { answer } = response;
      if (answer.kind === 'searchResultDone') return { result: answer.result, controls: response.controls };
      if (answer.kind !== 'entry' && answer.kind !== 'reference') throw outOfPlace(connection, answer);
      yield answer;
    }
  } finally {
    connection.finish(operation);
  }
}

const nextCookie = (connection: LdapConnection, controls: readonly LdapControl[]): Buffer => {
  try {
    return pagedResultsCookie(controls);
  } catch (error) {
    if (error instanceof LdapProtocolError) connection.fail(error);
    throw error;
  }
};

/** Searches page by page (RFC 2696) where the request has a page size, and else at once. */
export async function* search(
  connection: LdapConnection,
  request: SearchRequest,
  signal: AbortSignal,
): AsyncGenerator<Found, void, void> {
  const { pageSize, controls: wanted = [] } = request;
  let cookie: Buffer = Buffer.alloc(0);
  do {
    const paging = pageSize === undefined ? [] : [pagedResultsControl(pageSize, cookie)];
    const end = yield* searchOnce(connection, { request, controls: [...wanted, ...paging] }, signal);
    if (end.result.resultCode !== ldapResultCodes.success) throw new LdapError(end.result);
    cookie = pageSize === undefined ? cookie : nextCookie(connection, end.controls);
  } while (cookie.length > 0);
}
