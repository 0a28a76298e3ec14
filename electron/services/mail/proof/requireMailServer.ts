import { firstWords } from '../../../protocols/net/firstWords.ts';
import { StageFailure } from '../../proof/stage.ts';
import { type SmtpContext, smtpFinding, type SmtpWork } from './smtpStage.ts';
import { serviceParameters } from './serviceParameters.ts';

type ProbedPort = { address: string; signal: AbortSignal };

const longestProbeMs = 2_000;

/** What a server of SMTP says first (RFC 5321, 3.1), whether it accepts or refuses. */
const smtpGreeting = /^[245]\d\d(?:[ -]|$)/;

/** Fails the stage when what a port says in the clear, on a connection of its own, is no SMTP. Silence proves nothing. */
export const requireMailServer = async (
  { address, signal }: ProbedPort,
  { evidence, state }: SmtpWork,
  context: SmtpContext,
): Promise<void> => {
  const { port, timeoutMs } = context.delivery.values;
  const words = await firstWords({ address, port }, Math.min(longestProbeMs, timeoutMs / 2), signal);
  if (words === '' || smtpGreeting.test(words)) return;
  evidence.reply({ command: null, code: null, enhanced: null, text: words });
  state.close();
  throw new StageFailure(
    smtpFinding(context, state, { code: 'greetingNotSmtp', parameters: serviceParameters(words) }),
  );
};
