import type { OAuthRefusal } from './oauthError.ts';
import type { Operation } from './operation.ts';
import type { Token, TokenFlow } from './tokenClient.ts';

export type ProviderRequest = { scopes: readonly string[]; force: boolean; operation: Operation };

/** Null token: a person must sign in again; the refusal is the provider's, if it was asked. */
export type SilentResult = { token: Token | null; refusal: OAuthRefusal | null };

/** What one library does for one application at one provider. */
export type ProviderClient = {
  acquire(flow: TokenFlow, request: ProviderRequest): Promise<Token>;
  silent(request: ProviderRequest): Promise<SilentResult>;
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
