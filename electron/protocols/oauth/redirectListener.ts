import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { abortReason } from '../../concurrency/abortReason.ts';
import { answerPerson, answerStranger } from './redirectPage.ts';
import { inTurnOfPort } from './redirectQueue.ts';
import { closeServer, listenForBrowser } from './redirectServer.ts';
import type { ClosingPage } from './tokenClient.ts';

export type RedirectOptions = {
  /** `http://localhost:9999/callback`: with a port and a path, as registered. */
  redirectUri: string;
  state: string;
  page: ClosingPage;
  signal: AbortSignal;
  /** Is told when somebody else's sign-in holds the port. */
  onWait?: (() => void) | undefined;
};

/** A browser may take either for `localhost`; where there is no IPv6, it takes the first. */
const ownAddresses = ['127.0.0.1', '::1'];

/** The address that was asked for; null when it is not the one that the provider was told, letter for letter. */
const addressOf = ({ method, headers, url }: IncomingMessage, redirectUri: URL): URL | null => {
  if (method !== 'GET' || headers.host?.toLowerCase() !== redirectUri.host) return null;
  const [path = '', query, ...rest] = (url ?? '').split('?');
  if (path !== redirectUri.pathname || query === undefined || rest.length > 0) return null;
  const address = new URL(redirectUri);
  address.search = query;
  return address;
};

const hasState = ({ searchParams }: URL, state: string): boolean => {
  const states = searchParams.getAll('state');
  return states.length === 1 && states[0] === state;
};

const waitForAnswer = async (
  { redirectUri, state, page, signal }: RedirectOptions,
  open: () => Promise<void>,
): Promise<URL> => {
  const expected = new URL(redirectUri);
  const port = Number(expected.port || 80);
  const { promise, resolve, reject } = Promise.withResolvers<URL>();
  const onAbort = (): void => reject(abortReason(signal));
  const servers: Server[] = [];
  const onRequest: RequestListener = (request, response) => {
    const address = addressOf(request, expected);
    if (address === null || !hasState(address, state)) return answerStranger(response);
    // Not before the page has reached the browser: then its connection is cut.
    response.once('close', () => resolve(address));
    answerPerson(response, page, address.searchParams.has('error'));
  };
  try {
    for (const address of ownAddresses) {
      const server = await listenForBrowser({ address, port }, onRequest);
      if (server !== null) servers.push(server);
    }
    signal.throwIfAborted();
    signal.addEventListener('abort', onAbort, { once: true });
    open().catch(reject);
    return await promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await Promise.all(servers.map(closeServer));
  }
};

/**
 * Listens on the machine itself where the provider sends the browser back (RFC 8252, 7.3), calls `open`, and gives the
 * address with which the browser came. Only the one with this state counts; everything else gets 404 and changes nothing.
 * Nobody listens before and after; whoever wants the same port waits until it is free.
 * Throws PortInUse, PortReserved, other errors of listening, what `open` throws, and the signal's reason.
 */
export const awaitRedirect = async (options: RedirectOptions, open: () => Promise<void>): Promise<URL> =>
  inTurnOfPort(Number(new URL(options.redirectUri).port || 80), options, () => waitForAnswer(options, open));
