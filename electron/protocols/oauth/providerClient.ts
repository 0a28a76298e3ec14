import type { OAuthRefusal } from './oauthError.ts';
import type { Operation } from './operation.ts';
import type { Token, TokenFlow } from './tokenClient.ts';

export type ProviderRequest = { scopes: readonly string[]; force: boolean; operation: Operation };

/** A renewal that the provider refused for good: the tokens that were kept then. */
export type RefusedRenewal = { refreshTokens: ReadonlySet<string>; accessTokens: ReadonlySet<string> };

export type SilentRequest = ProviderRequest & {
  /** None of these is sent or given again; only what was kept since counts. Null: nothing was refused. */
  refused: RefusedRenewal | null;
};

/**
 * Null token: a person must sign in again; the refusal is the provider's, if it was asked. `refused`: what was refused for
 * good, unless another program has kept something newer meanwhile.
 */
export type SilentResult = {
  token: Token | null;
  refusal: OAuthRefusal | null;
  refused: RefusedRenewal | null;
};

/** Nobody has signed in, or nothing of that can be used any more. */
export const nobody: SilentResult = { token: null, refusal: null, refused: null };

/** What one library does for one application at one provider. */
export type ProviderClient = {
  acquire(flow: TokenFlow, request: ProviderRequest): Promise<Token>;
  silent(request: SilentRequest): Promise<SilentResult>;
  signOut(): Promise<void>;
};

/** OpenID Connect Core, 3.1.2.6, and RFC 6749, 5.2: only a person can go on. */
const personNeeded = new Set([
  'invalid_grant',
  'interaction_required',
  'login_required',
  'consent_required',
  'account_selection_required',
]);

/** True when the provider refused a renewal because the person must sign in again. */
export const needsPerson = (refusal: OAuthRefusal): boolean =>
  refusal.command === 'token' && personNeeded.has(refusal.error);

/** RFC 6749, 5.2: the token for renewal is expired, revoked, or was never one. */
export const isDead = ({ error }: OAuthRefusal): boolean => error === 'invalid_grant';
