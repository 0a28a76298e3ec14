import type { SmtpSession } from '../smtpSession.ts';
import type { SmtpContext, SmtpWork } from '../smtpStage.ts';
import { type Refused, type Renewal, renewToken } from './renewToken.ts';
import { tokenNeeds } from './tokenNeeds.ts';
import type { TokenContext } from './tokenSession.ts';

/** What the stages of tokens need to know of a message on its way. */
export const tokenContext = (
  { delivery: { values, until, tokenHolder }, tokens, findProxy, now }: SmtpContext,
  session: SmtpSession,
): TokenContext => ({
  ...{ tokens, findProxy, now, holder: tokenHolder, timeoutMs: values.timeoutMs },
  needs: tokenNeeds(values, until === 'arrive'),
  hide: (secret) => session.hide(Buffer.from(secret).toString('base64')),
});

/** Renews the token that a server of mail refused, as `renewToken` does. */
export const renewRefusedToken = (
  work: SmtpWork,
  context: SmtpContext,
  refused: Refused,
): Promise<Renewal> => {
  const { state } = work;
  return renewToken(work, { context: tokenContext(context, state), session: state.tokens }, refused);
};
