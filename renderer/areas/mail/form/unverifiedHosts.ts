import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import type { Cloud } from '../../../../electron/contract/oauth/oauthClient.ts';
import type { TokenPurpose } from '../../../../electron/contract/oauth/neededScopes.ts';

/** Hosts of a cloud that a token for this purpose is used at or asked for, and that no page of Microsoft confirms. */
export const unverifiedHosts = (cloud: Cloud, purpose: TokenPurpose): string[] => {
  if (purpose === 'graph') return [];
  const { unverified, ...hosts } = cloudPlaces[cloud];
  return unverified.filter((name) => name === 'outlook' || purpose === 'smtp').map((name) => hosts[name]);
};
