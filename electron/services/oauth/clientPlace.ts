import { cloudPlaces } from '../../contract/oauth/cloudPlaces.ts';
import { googleEndpoints } from '../../protocols/oauth/googleEndpoints.ts';
import type { TokenEndpoints } from '../../protocols/oauth/tokenClient.ts';
import type { ResolvedPlace } from './resolvedClient.ts';

const openIdDefaults = { kind: 'openid', authorizationParameters: {} } as const;

/** Where tokens come from, as far as the settings alone tell; null: the provider has to be asked (its discovery document). */
export const knownEndpoints = (place: ResolvedPlace): TokenEndpoints | null => {
  if (place.provider === 'microsoft')
    return {
      kind: 'microsoft',
      authority: `https://${cloudPlaces[place.cloud].login}/${encodeURIComponent(place.tenantId)}`,
    };
  if (place.provider === 'google') return googleEndpoints;
  const { endpoints } = place;
  if (endpoints.found === 'discovered') return null;
  return {
    ...openIdDefaults,
    issuer: null,
    authorizationEndpoint: endpoints.authorization,
    tokenEndpoint: endpoints.token,
    deviceEndpoint: endpoints.device,
    secretMethod: 'basic',
  };
};

/** Who gives the tokens, as a person knows it: the authority, the issuer, or the address that gives them. */
export const authorityOf = (place: ResolvedPlace): string => {
  const endpoints = knownEndpoints(place);
  if (endpoints?.kind === 'microsoft') return endpoints.authority;
  if (endpoints !== null) return endpoints.issuer ?? endpoints.tokenEndpoint;
  return place.provider === 'openid' && place.endpoints.found === 'discovered' ? place.endpoints.issuer : '';
};

/** The address that tokens are asked of. */
export const tokenEndpointOf = (endpoints: TokenEndpoints): string =>
  endpoints.kind === 'microsoft' ? `${endpoints.authority}/oauth2/v2.0/token` : endpoints.tokenEndpoint;
