import type { Finding } from '../../../../contract/proof/finding.ts';
import type { GivenToken } from '../../../oauth/tokenService.ts';
import { tokenOwner } from '../../../oauth/tokenOwner.ts';
import type { StageWork } from '../../../proof/stage.ts';
import { writeWay } from '../proxyWay.ts';
import { loginHintOf } from './loginHint.ts';
import { writeAskerFacts, writeTokenFacts } from './tokenFacts.ts';
import type { TokenNeed } from './tokenNeeds.ts';
import type { TokenContext, TokenSession } from './tokenSession.ts';
import { startNeed } from './tokenWay.ts';

type Asking = Pick<StageWork, 'signal' | 'ask'>;

/**
 * Gets the token of a need and hides it in all that is shown. `force`: asks the provider even where one is kept, and no
 * person. Throws as `TokenService.getToken`.
 */
export const getNeededToken = async (
  need: TokenNeed,
  { signal, ask }: Asking,
  { holder, tokens, hide }: TokenContext,
  { session, force }: { session: TokenSession; force: boolean },
): Promise<GivenToken> => {
  const { profileId, by, language } = await holder();
  const { client, trust, purposes, destination } = need;
  const wait = (isWaiting: boolean): void => void (session.isWaiting = isWaiting);
  const given = await tokens.getToken({
    ...{ owner: tokenOwner(profileId, by, client), client, trust, purposes, force, signal },
    endpoints: session.endpoints.get(need) ?? null,
    attendant: language === null || force ? null : { ask, wait, language },
    ...{ loginHint: loginHintOf(need), destination },
  });
  hide(given.accessToken);
  session.given.set(need, given);
  return given;
};

/** Gets every token: kept, renewed, by the application's own secret, or by a person, who has ten minutes. */
export const runToken = async (
  work: StageWork,
  context: TokenContext,
  session: TokenSession,
): Promise<Finding | null> => {
  const { evidence, transcript } = work;
  for (const need of context.needs) {
    await startNeed(need, context, session);
    // That of the mailbox is told of in the stage that looks into it, and here if it fails.
    const isShown = need.uses.includes('send') || context.needs.length === 1;
    if (isShown) writeAskerFacts(need, evidence);
    const given = await getNeededToken(need, work, context, { session, force: false });
    if (isShown) writeTokenFacts(given, evidence);
    if (isShown && !given.fromCache && session.way !== null) writeWay(session.way, evidence);
    transcript.note(`${given.fromCache ? '=' : '←'} ${new Date(given.expiresAtMs).toISOString()}`);
  }
  return null;
};
