import type { SaslExchange } from './saslExchange.ts';
import { SaslError } from './saslError.ts';
import type { OpenTokenSignIn, TokenSignIn } from './signIn.ts';
import { readTokenRefusal, type TokenRefusal } from './tokenRefusal.ts';

type Place = { host: string; port: number };

const separator = '\u0001';

/** RFC 5801, 4: a comma and an equals sign would end the name. */
const asSaslName = (name: string): string => name.replaceAll('=', '=3D').replaceAll(',', '=2C');

/** What XOAUTH2 sends (Google, Microsoft), before it is put into Base64. */
const xoauth2Message = ({ userName, accessToken }: TokenSignIn): string =>
  [`user=${userName}`, `auth=Bearer ${accessToken}`, '', ''].join(separator);

/** What OAUTHBEARER sends (RFC 7628, 3.1), before it is put into Base64. */
const bearerMessage = ({ userName, accessToken }: TokenSignIn, { host, port }: Place): string =>
  [`n,a=${asSaslName(userName)},`, `host=${host}`, `port=${port}`, `auth=Bearer ${accessToken}`, '', ''].join(
    separator,
  );

/**
 * The way that a server offers for a token; the newer one only where the older one, which every provider of mail speaks,
 * is not there. Null: it offers neither.
 */
export const chooseTokenMechanism = (offered: readonly string[]): TokenSignIn['mechanism'] | null =>
  (['XOAUTH2', 'OAUTHBEARER'] as const).find((mechanism) => offered.includes(mechanism)) ?? null;

/** The sign-in by the way that is offered; null: there is none for a token. */
export const chooseForToken = (
  { userName, accessToken }: OpenTokenSignIn,
  offered: readonly string[],
): TokenSignIn | null => {
  const mechanism = chooseTokenMechanism(offered);
  return mechanism && { mechanism, userName, accessToken };
};

/** What a token is sent as, in clear text: to hide it where a server repeats it. */
export const tokenMessage = (signIn: TokenSignIn, place: Place): string =>
  signIn.mechanism === 'XOAUTH2' ? xoauth2Message(signIn) : bearerMessage(signIn, place);

/** The server waits for any answer to its refusal before it says no: an empty one, and ^A in RFC 7628, 3.2.3. */
const acknowledgements = { XOAUTH2: Buffer.alloc(0), OAUTHBEARER: Buffer.from(separator) };

/** A sign-in with an access token: XOAUTH2, or OAUTHBEARER (RFC 7628). A challenge is the server's refusal. */
export const startTokenExchange = (signIn: TokenSignIn, place: Place): SaslExchange => {
  let refusal: TokenRefusal | null = null;
  return {
    mechanism: signIn.mechanism,
    initial: Buffer.from(tokenMessage(signIn, place)),
    ...{ waits: false, mayEnd: true },
    respond: (challenge) => {
      if (refusal !== null) throw new SaslError('asksForMore');
      refusal = readTokenRefusal(challenge ?? Buffer.alloc(0));
      return acknowledgements[signIn.mechanism];
    },
    get tokenRefusal() {
      return refusal;
    },
  };
};
