import { challengeToken, offeredSchemes } from './challenges.ts';
import type { HttpAnswer, HttpConnection, HttpRequest } from './httpConnection.ts';

/** The client's two messages of NTLM ([MS-NLMP], 2.2.1): NEGOTIATE, and AUTHENTICATE for the server's CHALLENGE. */
export type NtlmExchange = {
  negotiate(): Buffer;
  authenticate(challenge: Buffer): Buffer | Promise<Buffer>;
};

/** How requests are signed in; what makes messages of NTLM and Kerberos is passed in. */
export type HttpSignIn =
  /** RFC 7617. */
  | { method: 'basic'; userName: string; password: string }
  /** RFC 6750. */
  | { method: 'bearer'; token: string }
  /** [MS-NTHT]: signs the connection in, or with some servers each request. */
  | { method: 'ntlm'; exchange: NtlmExchange }
  /** RFC 4559; `token` makes the first and only message of Kerberos, a new one for each request. */
  | { method: 'negotiate'; token(): Promise<Buffer> };

const basicToken = ({ userName, password }: { userName: string; password: string }): string =>
  Buffer.from(`${userName}:${password}`, 'utf8').toString('base64');

/** What a server must not be quoted with. */
export const secretsOf = (signIn: HttpSignIn): string[] => {
  if (signIn.method === 'basic') return [basicToken(signIn), signIn.password];
  return signIn.method === 'bearer' ? [signIn.token] : [];
};

const signed = (request: HttpRequest, authorization: string): HttpRequest => ({
  ...request,
  headers: { ...request.headers, authorization },
});

const signInByNtlm = async (
  connection: Pick<HttpConnection, 'request'>,
  request: HttpRequest,
  exchange: NtlmExchange,
): Promise<HttpAnswer> => {
  const first = signed({ ...request, body: null }, `NTLM ${exchange.negotiate().toString('base64')}`);
  const answer = await connection.request(first);
  const challenge = challengeToken(answer.headers['www-authenticate'] ?? [], 'NTLM');
  if (answer.status !== 401 || challenge === null) return answer;
  const token = await exchange.authenticate(challenge);
  return connection.request(signed(request, `NTLM ${token.toString('base64')}`));
};

const asksForNtlm = ({ status, headers }: HttpAnswer): boolean =>
  status === 401 &&
  offeredSchemes(headers['www-authenticate'] ?? []).some((scheme) => scheme.toLowerCase() === 'ntlm');

/**
 * A connection that is signed in stays so, unless the server has each request signed in (IIS: authPersistSingleRequest):
 * it then asks for it at a request without a credential. Nothing follows a handshake that was refused.
 */
const keepSignedIn = (
  connection: Pick<HttpConnection, 'request'>,
  exchange: NtlmExchange,
): ((request: HttpRequest) => Promise<HttpAnswer>) => {
  let state: 'new' | 'signedIn' | 'refused' = 'new';
  const signIn = async (request: HttpRequest): Promise<HttpAnswer> => {
    state = 'refused';
    const answer = await signInByNtlm(connection, request, exchange);
    if (answer.status !== 401) state = 'signedIn';
    return answer;
  };
  return async (request) => {
    if (state === 'new') return signIn(request);
    const answer = await connection.request(request);
    return state === 'signedIn' && asksForNtlm(answer) ? signIn(request) : answer;
  };
};

/**
 * Requests on one connection that are signed in. A credential is tried once for each request: the answer to it is given
 * whatever it is, and who gets 401 must not ask again. Throws what `connection` and what makes the messages throw.
 */
export const signRequests = (
  connection: Pick<HttpConnection, 'request'>,
  signIn: HttpSignIn,
): Pick<HttpConnection, 'request'> => {
  switch (signIn.method) {
    case 'basic':
      return { request: (request) => connection.request(signed(request, `Basic ${basicToken(signIn)}`)) };
    case 'bearer':
      return { request: (request) => connection.request(signed(request, `Bearer ${signIn.token}`)) };
    case 'negotiate':
      return {
        request: async (request) =>
          connection.request(signed(request, `Negotiate ${(await signIn.token()).toString('base64')}`)),
      };
    case 'ntlm':
      return { request: keepSignedIn(connection, signIn.exchange) };
  }
};
