import type { StageResult } from '../../contract/proof/proof.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import type { Command, Invocation } from './command.ts';
import { type ProofOutput, proofOutput } from './proofOutput.ts';
import { runProof } from './runProof.ts';

type Facts = StageResult['evidence']['facts'];

const takenText = (translate: Translate, stages: readonly StageResult[]): string => {
  const { recipient, queueId } = stages.reduce<Facts>(
    (all, { evidence }) => ({ ...all, ...evidence.facts }),
    {},
  );
  const to = String(recipient ?? '');
  return queueId === undefined
    ? translate('cli:send.taken', { recipient: to })
    : translate('cli:send.takenAs', { recipient: to, queueId: String(queueId) });
};

/** Only what needs attention: stages that failed or found something; then who took the message. */
const terse = (output: ProofOutput, print: (line: string) => void, translate: Translate): ProofOutput => {
  const stages: StageResult[] = [];
  return {
    started: output.started,
    personNeeded: output.personNeeded,
    stage: (result) => {
      stages.push(result);
      if (result.finding !== null) output.stage(result);
    },
    finished: (event) =>
      event.outcome === 'passed' ? print(takenText(translate, stages)) : output.finished(event),
  };
};

const sendOutput = async (invocation: Invocation): Promise<ProofOutput> => {
  const output = await proofOutput(invocation);
  if (invocation.options.has('json')) return output;
  return terse(output, invocation.terminal.print, await loadTranslator(invocation.language, ['cli']));
};

/** `send test`: sends one test message and says whether the server took it. */
export const sendTest: Command = async (invocation) =>
  runProof(invocation, 'deliver', await sendOutput(invocation));
