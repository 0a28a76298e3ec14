import { neededScopes, type NeededScopes, type TokenPurpose } from '../../contract/oauth/neededScopes.ts';
import type { OAuthPlace } from '../../contract/oauth/oauthClient.ts';
import type { ResolvedClient, ResolvedPlace } from './resolvedClient.ts';

const asPlace = (place: ResolvedPlace): OAuthPlace =>
  place.provider === 'microsoft' ? { ...place, tenantId: { source: 'value', value: place.tenantId } } : place;

const together = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** What one token takes that is for all of these purposes: SMTP and the mailbox of the same person are one resource. */
export const clientNeeds = (
  { place, grant }: ResolvedClient,
  purposes: readonly TokenPurpose[],
): NeededScopes => {
  const needs = purposes.map((purpose) => neededScopes(asPlace(place), grant.flow, purpose));
  return {
    scopes: together(needs.map(({ scopes }) => scopes)),
    permissions: together(needs.map(({ permissions }) => permissions)),
    audiences: together(needs.map(({ audiences }) => audiences)),
  };
};
