import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Provider } from 'oidc-provider';

type Settings = { issuer: string; signingKey: Record<string, unknown> };

const publicPart = ({ kty, n, e, kid, alg }: Record<string, unknown>) => ({
  kty: String(kty),
  n: String(n),
  e: String(e),
  kid: String(kid),
  alg: String(alg),
});

/** Gives the claims of a token of this provider that is still good, signed or opaque; null for any other. */
export const createVerifier = (
  provider: Provider,
  { issuer, signingKey }: Settings,
): ((token: string) => Promise<JWTPayload | null>) => {
  const keys = createLocalJWKSet({ keys: [publicPart(signingKey)] });

  const verifyOpaque = async (token: string): Promise<JWTPayload | null> => {
    const found = (await provider.AccessToken.find(token)) ?? (await provider.ClientCredentials.find(token));
    if (found === undefined || !found.isValid) return null;
    const { accountId = '', clientId, aud, scope } = found;
    return { sub: accountId, client_id: clientId, scope, ...(aud === undefined ? {} : { aud }) };
  };

  return async (token) => {
    try {
      return token.includes('.')
        ? (await jwtVerify(token, keys, { issuer })).payload
        : await verifyOpaque(token);
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
};
