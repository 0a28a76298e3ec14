import { providerAddress } from './tokenFacts.ts';
import type { TokenNeed } from './tokenNeeds.ts';
import type { TokenContext, TokenSession } from './tokenSession.ts';

/** Takes up a need, and finds how this machine goes to its provider. */
export const startNeed = async (
  need: TokenNeed,
  { findProxy }: Pick<TokenContext, 'findProxy'>,
  session: TokenSession,
): Promise<void> => {
  session.need = need;
  session.way = null;
  const address = URL.parse(providerAddress(need, session.endpoints.get(need) ?? null));
  session.way = address && (await findProxy(address));
};
