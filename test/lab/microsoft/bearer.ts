import type { WebRequest } from '../web/httpsServer.ts';
import type { TokenClaims, VerifyToken } from './accessToken.ts';

/** Who a request is from, or what is wrong with its token. */
export type Bearer =
  { readonly claims: TokenClaims } | { readonly wrong: 'missing' | 'invalid' | 'audience' };

/** Looks at the token of a request: it has to be one of `verify`, for one of these audiences. */
export async function readBearer(
  { headers }: Pick<WebRequest, 'headers'>,
  verify: VerifyToken,
  audiences: readonly string[],
): Promise<Bearer> {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return { wrong: 'missing' };
  const claims = await verify(token).catch(() => null);
  if (claims === null) return { wrong: 'invalid' };
  return audiences.includes(claims.aud.replace(/\/$/, '')) ? { claims } : { wrong: 'audience' };
}

/** True where a person has lent a right (`scp`), or an application has it (`roles`). */
export const hasRight = ({ roles, scp }: TokenClaims, lent: string, own: string): boolean =>
  scp === undefined ? (roles ?? []).includes(own) : scp.split(' ').includes(lent);
