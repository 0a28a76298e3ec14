import type { StageResult } from '../../../contract/proof/proof.ts';
import type { Stage } from '../../proof/stage.ts';
import type { SmtpSession } from '../proof/smtpSession.ts';
import { createSmtpStages } from '../proof/smtpStages.ts';
import { requireGood, type SmtpContext } from '../proof/smtpStage.ts';

/** The last stage leaves the connection open; one that fails still takes its leave. */
const staying = (stage: Stage): Stage => ({
  ...stage,
  after: async (status) => {
    if (status === 'failed') await stage.after?.(status);
  },
});

/** The stages of a message over a connection that is opened for it, and that stays open. */
export const openingStages = (context: SmtpContext, session: SmtpSession): Stage[] =>
  createSmtpStages(context, session).map(staying);

const startOver = async (
  work: Parameters<Stage['run']>[0],
  context: SmtpContext,
  state: SmtpSession,
): Promise<void> => {
  const reply = await state.dialogue.command('RSET');
  requireGood(context, { ...work, state }, { stage: 'envelope', command: 'RSET', reply, wanted: 250 });
};

/** The stages of a message over a connection that another message went over: RSET, then its envelope (RFC 5321, 4.1.1.5). */
export const reusingStages = (context: SmtpContext, session: SmtpSession): Stage[] =>
  openingStages(context, session)
    .filter(({ name }) => name === 'envelope' || name === 'deliver')
    .map((stage) => {
      if (stage.name !== 'envelope') return stage;
      const run: Stage['run'] = async (work) => {
        session.transcript = work.transcript;
        await startOver(work, context, session);
        return stage.run(work);
      };
      return { ...stage, run };
    });

/**
 * True when the server never said what it thinks of the sender (RFC 5321, 3.3): it knows nothing of the message then, so
 * that to send it over another connection cannot make it arrive twice. 421 is no opinion: it only closes the connection.
 */
export const isUnheard = ({ status, evidence }: StageResult): boolean =>
  status === 'failed' &&
  !evidence.replies.some(({ command, code }) => command === 'MAIL FROM' && code !== 421);
