import { challengeToken } from './challenges.ts';
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
  /** [MS-NTHT]: signs the connection in. */
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

/**
 * Requests on one connection that are signed in. Every credential is tried once: the answer to it is given whatever it
 * is, and who gets 401 must not ask again. Throws what `connection` and what makes the messages throw.
 */
export const signRequests = (
  connection: Pick<HttpConnection, 'request'>,
  signIn: HttpSignIn,
): Pick<HttpConnection, 'request'> => {
  let isConnectionSignedIn = false;
  return {
    request: async (request) => {
      switch (signIn.method) {
        case 'basic':
          return connection.request(signed(request, `Basic ${basicToken(signIn)}`));
        case 'bearer':
          return connection.request(signed(request, `Bearer ${signIn.token}`));
        case 'negotiate':
          return connection.request(
            signed(request, `Negotiate ${(await signIn.token()).toString('base64')}`),
          );
        case 'ntlm': {
          if (isConnectionSignedIn) return connection.request(request);
          isConnectionSignedIn = true;
          return signInByNtlm(connection, request, signIn.exchange);
        }
      }
    },
  };
};
