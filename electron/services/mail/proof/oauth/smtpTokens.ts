import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageName } from '../../../../contract/proof/proof.ts';
import type { SmtpSession } from '../smtpSession.ts';
import type { SmtpContext, SmtpWork } from '../smtpStage.ts';
import { explainTokenError } from './explainTokenError.ts';
import { tokenNeeds, type TokenUse } from './tokenNeeds.ts';
import type { TokenContext } from './tokenSession.ts';
import { getNeededToken } from './tokenStage.ts';

/** What the stages of tokens need to know of a message on its way. */
export const tokenContext = (
  { delivery: { values, until, tokenHolder }, tokens, now }: SmtpContext,
  session: SmtpSession,
): TokenContext => ({
  ...{ tokens, now, holder: tokenHolder, timeoutMs: values.timeoutMs },
  needs: tokenNeeds(values, until === 'arrive'),
  hide: (secret) => session.hide(Buffer.from(secret).toString('base64')),
});

/** `refused`: what it means that the server did not take the token that there was. */
export type Refused = { use: TokenUse; stage: StageName; refused: Finding };

/** A token in place of one that was refused, or why there is none. */
export type Renewal = { accessToken: string } | { finding: Finding };

/**
 * Renews a kept token, by force and with nobody asked, after a server refused it: it may have been revoked, or be from
 * before a permission was granted. One that the provider gave just now would be no other.
 */
export const renewRefusedToken = async (
  work: SmtpWork,
  context: SmtpContext,
  { use, stage, refused }: Refused,
): Promise<Renewal> => {
  const { state, evidence, transcript, signal } = work;
  const session = state.tokens;
  const [need, given] = [...session.given].find(([{ uses }]) => uses.includes(use)) ?? [];
  if (need === undefined || given?.fromCache !== true) return { finding: refused };
  session.need = need;
  session.isRenewing = true;
  try {
    const renewed = await getNeededToken(need, work, tokenContext(context, state), { session, force: true });
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
