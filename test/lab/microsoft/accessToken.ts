import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';

/** What stands in an access token of Entra that a resource looks at. */
export type TokenClaims = {
  readonly aud: string;
  /** Rights of an application that acts for itself. */
  readonly roles?: readonly string[];
  /** Rights that a person has lent, parted by blanks. */
  readonly scp?: string;
  /** Whom a person's token is for. */
  readonly upn?: string;
};

/** Gives the claims of a token. Throws when its signature, its issuer or its dates are not right. */
export type VerifyToken = (token: string) => Promise<TokenClaims>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** What a resource looks at in the payload of a token. */
export const claimsIn = ({ aud, roles, scp, upn }: JWTPayload): TokenClaims => ({
  aud: isText(aud) ? aud : '',
  ...(Array.isArray(roles) ? { roles: roles.filter(isText) } : {}),
  ...(isText(scp) ? { scp } : {}),
  ...(isText(upn) ? { upn } : {}),
});

/** Verifies tokens with an issuer's keys: `createRemoteJWKSet` or `createLocalJWKSet` of jose. */
export function verifierOf(keys: JWTVerifyGetKey, issuer: string): VerifyToken {
  return async (token) => claimsIn((await jwtVerify(token, keys, { issuer })).payload);
}

export type TokenIssuer = {
  /** Makes a token that is valid for `seconds` from now; negative: it has expired. */
  sign(claims: TokenClaims, seconds?: number): Promise<string>;
  readonly verify: VerifyToken;
};

/** An issuer of tokens with a key of its own, for tests that need no sign-in. */
export async function createTokenIssuer(): Promise<TokenIssuer> {
  const issuer = 'https://sts.example.test/tenant/v2.0';
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'lab' }] });
  return {
    sign: (claims, seconds = 3_600) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'lab' })
        .setIssuer(issuer)
        .setExpirationTime(Math.floor(Date.now() / 1_000) + seconds)
        .sign(privateKey),
    verify: verifierOf(keys, issuer),
  };
}
