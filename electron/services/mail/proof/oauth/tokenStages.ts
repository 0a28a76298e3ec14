import type { StageName } from '../../../../contract/proof/proof.ts';
import type { Stage } from '../../../proof/stage.ts';
import { runClaims } from './claimsStage.ts';
import { isDiscovered, runDiscover } from './discoverStage.ts';
import { runToken } from './tokenStage.ts';
import type { TokenContext, TokenSession } from './tokenSession.ts';

/**
 * The stages that get the tokens of a proof and look at them: discover where a provider has to be asked for its
 * endpoints, token, and claims. None where no token is needed.
 */
export const createTokenStages = (context: TokenContext, session: TokenSession): Stage[] => {
  const { needs, timeoutMs } = context;
  if (needs.length === 0) return [];
  const stage = (name: StageName, run: typeof runToken): Stage => ({
    ...{ name, wanted: true, timeoutMs },
    run: (work) => run(work, context, session),
  });
  return [
    ...(needs.some(isDiscovered) ? [stage('discover', runDiscover)] : []),
    stage('token', runToken),
    stage('claims', runClaims),
  ];
};
