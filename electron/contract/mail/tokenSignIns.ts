import type { Authentication, ProfileValues, TokenSignIn } from './mapSecrets.ts';

/** A sign-in with a token, and where it lies in the values. */
export type PlacedTokenSignIn = { signIn: TokenSignIn<unknown>; path: string[] };

const placed = (signIn: Authentication<unknown>, path: string[]): PlacedTokenSignIn[] =>
  signIn.mode === 'oauth2' ? [{ signIn, path }] : [];

/** Every sign-in with a token that these values have. */
export const tokenSignIns = (values: ProfileValues<unknown>): PlacedTokenSignIn[] => {
  if (!('authentication' in values)) return [];
  const own = placed(values.authentication, ['authentication']);
  if (values.kind !== 'smtp' || values.arrival === null) return own;
  return [...own, ...placed(values.arrival.authentication, ['arrival', 'authentication'])];
};
