import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageName } from '../../../../contract/proof/proof.ts';
import type { StageWork } from '../../../proof/stage.ts';
import { explainTokenError } from './explainTokenError.ts';
import type { TokenUse } from './tokenNeeds.ts';
import type { TokenContext, TokenSession } from './tokenSession.ts';
import { getNeededToken } from './tokenStage.ts';
import { startNeed } from './tokenWay.ts';

/** `refused`: what it means that the token that there was did not do. */
export type Refused = { use: TokenUse; stage: StageName; refused: Finding };

/** A token in place of one that was refused, or why there is none. */
export type Renewal = { accessToken: string } | { finding: Finding };

/**
 * Renews a kept token, by force and with nobody asked, after it was refused: it may have been revoked, or be from before a
 * permission was granted. One that the provider gave just now would be no other; so each is renewed once in a proof.
 */
export const renewToken = async (
  work: StageWork,
  { context, session }: { context: TokenContext; session: TokenSession },
  { use, stage, refused }: Refused,
): Promise<Renewal> => {
  const { evidence, transcript, signal } = work;
  const [need, given] = [...session.given].find(([{ uses }]) => uses.includes(use)) ?? [];
  if (need === undefined || given?.fromCache !== true || session.renewed.has(need))
    return { finding: refused };
  await startNeed(need, context, session);
  session.renewed.add(need);
  session.isRenewing = true;
  try {
    const renewed = await getNeededToken(need, work, context, { session, force: true });
    session.isRenewing = false;
    transcript.note(`↻ ${new Date(renewed.expiresAtMs).toISOString()}`);
    return renewed;
  } catch (error) {
    // The explainer of the stage is still to know what its time was up for.
    if (signal.aborted) throw error;
    session.isRenewing = false;
    return { finding: explainTokenError(error, { stage, evidence, session }) ?? refused };
  }
};
