import { AsyncIteratorClass, createORPCClient, type ClientLink } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../electron/contract/contract.ts';
import { isStream, type Stream } from '../../electron/contract/stream.ts';
import { CallError, toCallError } from './callError.ts';

/** Every operation of the contract as a function: `client.mail.listProfiles(input, { signal })`. Throws CallError. */
export type Client = ContractRouterClient<typeof contract>;

type Link = ClientLink<Record<never, never>>;

const withCallErrors = (stream: Stream, signal: AbortSignal | undefined) =>
  new AsyncIteratorClass(
    async () => {
      try {
        return await stream.next();
      } catch (error) {
        throw toCallError(error, signal);
      }
    },
    async (reason) => {
      if (reason !== 'next') await stream.return?.();
    },
  );

/** Gives what a link throws, at once or in the middle of a stream, the one shape of CallError. */
const normalise = (link: Link): Link => ({
  async call(path, input, options) {
    try {
      const output = await link.call(path, input, options);
      return isStream(output) ? withCallErrors(output, options.signal) : output;
    } catch (error) {
      throw toCallError(error, options.signal);
    }
  },
});

/** What our program answers with; a page of something else would otherwise pass for an empty value. */
const ourTypes = /^(?:application\/json|text\/event-stream)(?:;|$)/;

const fetchOurs = async (request: Request, init: RequestInit): Promise<Response> => {
  const response = await fetch(request, init);
  if (!ourTypes.test(response.headers.get('content-type') ?? ''))
    throw new Error(`answered by something else, with status ${response.status}`);
  return response;
};

/** Begins another session; it shows in the headers of the next call. */
type BeginSession = () => Promise<void>;

/** What everybody may do who has any session at all: the door alone refuses it, before a password or code is judged. */
const strangersCalls: ReadonlySet<string> = new Set([
  'session.getSession',
  'session.getPasswordRules',
  'session.getSignInWays',
  'session.signIn',
  'session.requestPasswordReset',
  'session.completePasswordReset',
]);

/**
 * Whoever is refused such a call has just been given another cookie, by signing in or out in another call, or shows a session
 * of which the door knows nothing: the program or the browser was started again, or too many others came meanwhile.
 * Another one begins then, once.
 */
const beginningAnew = (link: Link, begin: BeginSession): Link => ({
  async call(path, input, options) {
    const ask = () => link.call(path, input, options);
    const goOn = (next: () => Promise<unknown>) => (error: unknown) => {
      const { code } = toCallError(error, options.signal);
      if (code !== 'NOT_SIGNED_IN' || !strangersCalls.has(path.join('.'))) throw error;
      return next();
    };
    return ask()
      .catch(goOn(ask))
      .catch(goOn(() => begin().then(ask)));
  },
});

/**
 * A client over HTTP.
 * @param origin `http://127.0.0.1:PORT`
 * @param headers what shows the session, asked for with each call; the browser adds its cookie by itself
 * @param begin left out: a session that is unknown stays so
 */
export const createHttpClient = (
  origin: string,
  headers: () => Record<string, string> = () => ({}),
  begin?: BeginSession,
): Client => {
  const link: Link = new HttpLink({ url: `${origin}/rpc`, headers, fetch: fetchOurs });
  return createORPCClient(normalise(begin ? beginningAnew(link, begin) : link));
};

/** A client over the port that the desktop program gave to this page. */
export const createPortClient = (port: MessagePort): Client => {
  const link: Link = new PortLink({ port });
  let isClosed = false;
  port.addEventListener('close', () => (isClosed = true));
  port.start();
  return createORPCClient(
    normalise({
      /** A closed port swallows what is posted to it: the call would wait for ever. */
      call: async (path, input, options) => {
        if (isClosed) throw new CallError({ code: 'UNREACHABLE', data: undefined });
        return link.call(path, input, options);
      },
    }),
  );
};
