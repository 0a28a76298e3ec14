import { acceptedMessage } from '../../contract/proof/acceptedMessage.ts';
import type { Evidence, ServerReply } from '../../contract/proof/evidence.ts';
import { failedMailbox } from '../../contract/proof/failedMailbox.ts';
import type { ProofEvent, StageResult } from '../../contract/proof/proof.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import type { Invocation } from './command.ts';
import { findingLines, labelled, wordFinding } from './findingText.ts';

type Finished = Extract<ProofEvent, { type: 'finished' }>;

/** How the events of a proof are written down. */
export type ProofOutput = {
  stage: (result: StageResult) => void;
  finished: (event: Finished) => void;
};

const marks = { passed: '✔', failed: '✖', skipped: '·', cancelled: '■' } as const;

/** One JSON object a line: a stage each, then the result. */
const jsonOutput = (print: (line: string) => void, translate: Translate): ProofOutput => ({
  stage: ({ stage, controller, status, durationMs, evidence, finding }) =>
    print(
      JSON.stringify({
        stage,
        // Left out by JSON where there is none.
        controller,
        status,
        durationMs,
        evidence,
        finding: finding && { ...wordFinding(translate, finding), severity: finding.severity },
      }),
    ),
  finished: ({ outcome, fingerprint }) =>
    print(JSON.stringify({ result: outcome === 'passed' ? 'passed' : 'failed', fingerprint })),
});

const replyText = ({ code, enhanced, text }: ServerReply): string =>
  [code, enhanced, text.replaceAll('\n', '\n      ')]
    .filter((part) => part !== null && part !== '')
    .join(' ');

/** 2yz and 3yz of SMTP, and success (0) of LDAP. */
const isGood = (code: number): boolean => code === 0 || (code >= 200 && code < 400);

/** A good reply does not tell why the stage failed: it is what was said before. */
const replyLabel = ({ code }: ServerReply): string =>
  code !== null && isGood(code) ? 'cli:proof.lastReply' : 'cli:proof.serverWords';

const failureLines = (translate: Translate, { replies, facts }: Evidence): string[] => {
  const last = replies.at(-1);
  const said = last ? replyText(last) : '';
  return [
    ...(facts.systemCode === undefined
      ? []
      : [labelled(translate, translate('proof:facts.systemCode'), String(facts.systemCode))]),
    ...(last && said !== '' ? [labelled(translate, translate(replyLabel(last)), said)] : []),
  ];
};

const stageDetails = (translate: Translate, result: StageResult): string[] => {
  const { evidence, finding } = result;
  if (finding === null) return [];
  const mailbox = failedMailbox(result);
  const sent = mailbox ? [translate(`proof:mailbox.${mailbox.kind}`, mailbox)] : [];
  const shown = finding.severity === 'error' ? failureLines(translate, evidence) : [];
  return [...sent, ...findingLines(translate, finding), ...shown];
};

const stageLine = (translate: Translate, { stage, controller, status, durationMs }: StageResult): string => {
  const time = status === 'skipped' ? translate('proof:statuses.skipped') : `${Math.round(durationMs)} ms`;
  const name = translate(`proof:stages.${stage}`).padEnd(18);
  return `${marks[status]} ${name} ${time.padStart(9)}${controller === undefined ? '' : `  ${controller}`}`;
};

const outcomeLine = (
  translate: Translate,
  { outcome }: Finished,
  results: readonly StageResult[],
): string => {
  const accepted = outcome === 'passed' ? acceptedMessage(results) : null;
  if (accepted === null) return translate(`cli:proof.outcomes.${outcome}`);
  const { recipient, reply } = accepted;
  return translate('cli:proof.accepted', { recipient, reply: replyText(reply) });
};

/** For people: a line a stage, and under it what was found. */
const textOutput = (print: (line: string) => void, translate: Translate): ProofOutput => {
  const results: StageResult[] = [];
  return {
    stage: (result) => {
      results.push(result);
      print(stageLine(translate, result));
      for (const line of stageDetails(translate, result)) print(`    ${line}`);
    },
    finished: (event) => print(outcomeLine(translate, event, results)),
  };
};

/** The way of writing that the options ask for. */
export const proofOutput = async ({ options, language, terminal }: Invocation): Promise<ProofOutput> => {
  const translate = await loadTranslator(language, ['cli', 'proof', 'findings']);
  return options.has('json') ? jsonOutput(terminal.print, translate) : textOutput(terminal.print, translate);
};
