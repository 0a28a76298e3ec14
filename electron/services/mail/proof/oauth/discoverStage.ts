import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageWork } from '../../../proof/stage.ts';
import { authorityOf, tokenEndpointOf } from '../../../oauth/clientPlace.ts';
import type { TokenNeed } from './tokenNeeds.ts';
import type { TokenContext, TokenSession } from './tokenSession.ts';

/** True where the provider has to be asked first where it gives its tokens (OpenID Connect Discovery 1.0). */
export const isDiscovered = ({ client: { place } }: TokenNeed): boolean =>
  place.provider === 'openid' && place.endpoints.found === 'discovered';

/** Asks each provider where it gives its tokens. */
export const runDiscover = async (
  { signal, evidence, transcript }: StageWork,
  { needs, tokens }: TokenContext,
  session: TokenSession,
): Promise<Finding | null> => {
  for (const need of needs.filter(isDiscovered)) {
    session.need = need;
    evidence.fact('issuer', authorityOf(need.client.place));
    const endpoints = await tokens.findEndpoints(need, signal);
    session.endpoints.set(need, endpoints);
    evidence.fact('tokenEndpoint', tokenEndpointOf(endpoints));
    transcript.note(tokenEndpointOf(endpoints));
  }
  return null;
};
