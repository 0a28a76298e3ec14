import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageWork } from '../../../proof/stage.ts';
import { authorityOf, tokenEndpointOf } from '../../../oauth/clientPlace.ts';
import { writeWay } from '../proxyWay.ts';
import type { TokenNeed } from './tokenNeeds.ts';
import type { TokenContext, TokenSession } from './tokenSession.ts';
import { startNeed } from './tokenWay.ts';

/** True where the provider has to be asked first where it gives its tokens (OpenID Connect Discovery 1.0). */
export const isDiscovered = ({ client: { place } }: TokenNeed): boolean =>
  place.provider === 'openid' && place.endpoints.found === 'discovered';

/** Asks each provider where it gives its tokens. */
export const runDiscover = async (
  { signal, evidence, transcript }: StageWork,
  context: TokenContext,
  session: TokenSession,
): Promise<Finding | null> => {
  const { needs, tokens } = context;
  for (const need of needs.filter(isDiscovered)) {
    await startNeed(need, context, session);
    evidence.fact('issuer', authorityOf(need.client.place));
    if (session.way !== null) writeWay(session.way, evidence);
    const endpoints = await tokens.findEndpoints(need, signal);
    session.endpoints.set(need, endpoints);
    evidence.fact('tokenEndpoint', tokenEndpointOf(endpoints));
    transcript.note(tokenEndpointOf(endpoints));
  }
  return null;
};
