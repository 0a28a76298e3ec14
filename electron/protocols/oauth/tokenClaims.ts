import { longestToken } from './answerFields.ts';
import { textOf } from './readAnswer.ts';
import { type JsonObject, readJsonObject } from '../text/readJson.ts';

/** What a token says of itself, for a person to read. */
export type TokenClaims = {
  audience: string[];
  issuer: string | null;
  /** Entra's `tid`. */
  tenantId: string | null;
  /** `appid`, `azp` or `client_id`. */
  clientId: string | null;
  /** `upn`, `preferred_username`, `unique_name` or `email`. */
  account: string | null;
  /** What an application may do. */
  roles: string[];
  /** What may be done in a person's name. */
  scopes: string[];
  expiresAtMs: number | null;
  notBeforeMs: number | null;
};

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => typeof one === 'string');

/** The first and the last moment that a Date can name are as far from 1970, in ms. */
const farthestMs = 8.64e15;

const timeOf = (seconds: unknown): number | null =>
  typeof seconds === 'number' && !Number.isNaN(seconds)
    ? Math.max(-farthestMs, Math.min(seconds * 1000, farthestMs))
    : null;

const firstOf = (claims: JsonObject, names: readonly string[]): string | null =>
  names.map((name) => textOf(claims[name])).find((value) => value !== null) ?? null;

const wordsOf = (value: unknown): string[] =>
  textsOf(value).flatMap((text) => text.split(' ').filter((word) => word !== ''));

/**
 * Decodes the claims of a JSON Web Token (RFC 7519) for display; null for a token that is none, as those of Google.
 * Nothing is verified: neither signature nor time. It must decide nothing.
 */
export const readTokenClaims = (token: string): TokenClaims | null => {
  const parts = token.length > longestToken ? [] : token.split('.');
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header || !payload || signature === undefined) return null;
  const decode = (part: string): JsonObject | null =>
    /^[\w-]+$/.test(part) ? readJsonObject(Buffer.from(part, 'base64url').toString('utf8')) : null;
  const claims = decode(payload);
  if (decode(header) === null || claims === null) return null;
  return {
    audience: textsOf(claims['aud']),
    issuer: textOf(claims['iss']),
    tenantId: textOf(claims['tid']),
    clientId: firstOf(claims, ['appid', 'azp', 'client_id']),
    account: firstOf(claims, ['upn', 'preferred_username', 'unique_name', 'email']),
    roles: textsOf(claims['roles']),
    scopes: wordsOf(claims['scp'] ?? claims['scope']),
    expiresAtMs: timeOf(claims['exp']),
    notBeforeMs: timeOf(claims['nbf']),
  };
};
