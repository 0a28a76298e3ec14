import { directoryVerdict } from '../../contract/directory/directoryVerdict.ts';
import { directoryVerdictText } from '../../contract/directory/directoryVerdictText.ts';
import type { Language } from '../../contract/languages.ts';
import { acceptedMessage } from '../../contract/proof/acceptedMessage.ts';
import type { Evidence, ServerReply } from '../../contract/proof/evidence.ts';
import { failedMailbox } from '../../contract/proof/failedMailbox.ts';
import { factText } from '../../contract/proof/factText.ts';
import type { ProofEvent, StageName, StageResult } from '../../contract/proof/proof.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import type { Invocation } from './command.ts';
import { findingLines, labelled, wordFinding } from './findingText.ts';

/** In which words a proof is told, and of what. */
type Texts = { translate: Translate; language: Language; area: 'mail' | 'directory' };

type Finished = Extract<ProofEvent, { type: 'finished' }>;
type PersonEvent = Extract<ProofEvent, { type: 'personNeeded' }>;

/** How the events of a proof are written down. */
export type ProofOutput = {
  started: (stages: readonly StageName[]) => void;
  personNeeded: (event: PersonEvent) => void;
  stage: (result: StageResult) => void;
  finished: (event: Finished) => void;
};

const marks = { passed: '✔', failed: '✖', skipped: '·', cancelled: '■' } as const;

/** One JSON object a line: a stage each, before it what only a person can do now, then the result. */
const jsonOutput = (print: (line: string) => void, translate: Translate): ProofOutput => ({
  started: () => undefined,
  personNeeded: ({ stage, request }) => print(JSON.stringify({ stage, personNeeded: request })),
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

/** What this machine said of a failure. */
const localFacts = ['systemCode', 'localWords'] as const;

const failureLines = (translate: Translate, { replies, facts }: Evidence): string[] => {
  const last = replies.at(-1);
  const said = last ? replyText(last) : '';
  return [
    ...localFacts.flatMap((name) => {
      const value = facts[name];
      return value === undefined
        ? []
        : [labelled(translate, translate(`proof:facts.${name}`), String(value))];
    }),
    ...(last && said !== '' ? [labelled(translate, translate(replyLabel(last)), said)] : []),
  ];
};

/** Under the line of a stage. */
const margin = '    ';

const stageDetails = (translate: Translate, result: StageResult): string[] => {
  const { evidence, finding } = result;
  if (finding === null) return [];
  const mailbox = failedMailbox(result);
  const sent = mailbox ? [translate(`proof:mailbox.${mailbox.kind}`, mailbox)] : [];
  const shown = finding.severity === 'error' ? failureLines(translate, evidence) : [];
  return [...sent, ...findingLines(translate, finding, margin), ...shown];
};

const nameOf = (translate: Translate, stage: StageName): string => translate(`proof:stages.${stage}`);

const stageLine = (
  translate: Translate,
  { stage, controller, status, durationMs }: StageResult,
  width: number,
): string => {
  const time = status === 'skipped' ? translate('proof:statuses.skipped') : `${Math.round(durationMs)} ms`;
  const name = nameOf(translate, stage).padEnd(width);
  return `${marks[status]} ${name} ${time.padStart(9)}${controller === undefined ? '' : `  ${controller}`}`;
};

const outcomeLine = (
  { translate, area, language }: Texts,
  { outcome }: Finished,
  results: readonly StageResult[],
): string => {
  const ended = translate(`cli:proof.outcomes.${outcome}`);
  const verdict = area === 'directory' ? directoryVerdict(results, outcome) : null;
  if (verdict !== null) {
    const { first, rest } = directoryVerdictText(verdict, translate, language);
    return [ended, first, rest].filter(Boolean).join(' ');
  }
  const accepted = outcome === 'passed' ? acceptedMessage(results) : null;
  if (accepted === null) return ended;
  const { recipient, reply } = accepted;
  return translate('cli:proof.accepted', { recipient, reply: replyText(reply) });
};

/** Whose groups were read, and which: what somebody asks for who names a person. */
const groupFacts = ['account', 'groupCount', 'directGroups', 'nestedPaths'] as const;

const groupLines = ({ translate, language }: Texts, { stage, evidence }: StageResult): string[] =>
  groupFacts.flatMap((name) => {
    const value = stage === 'groups' ? evidence.facts[name] : undefined;
    if (value === undefined) return [];
    const text = factText(name, value, translate, language).replaceAll('\n', '\n      ');
    return [labelled(translate, translate(`proof:facts.${name}`), text)];
  });

const personLines = ({ translate, language }: Texts, { request }: PersonEvent): string[] => {
  const { way, url } = request;
  const address = labelled(translate, translate('proof:person.address'), url);
  const texts = [translate(`proof:person.${way}.title`), translate(`proof:person.${way}.text`), address];
  if (way === 'browser') return texts;
  const { userCode, expiresAt } = request;
  const until = new Date(expiresAt).toLocaleTimeString(language);
  return [
    ...texts,
    labelled(translate, translate('proof:person.deviceCode.code'), userCode),
    translate('proof:person.deviceCode.until', { until }),
  ];
};

/** For people: a line a stage, and under it what was found. */
const textOutput = (print: (line: string) => void, texts: Texts): ProofOutput => {
  const { translate } = texts;
  const results: StageResult[] = [];
  let width = 0;
  return {
    started: (stages) => {
      width = Math.max(...stages.map((stage) => nameOf(translate, stage).length));
    },
    personNeeded: (event) => {
      for (const line of personLines(texts, event)) print(`${margin}${line}`);
    },
    stage: (result) => {
      results.push(result);
      print(stageLine(translate, result, width));
      for (const line of [...stageDetails(translate, result), ...groupLines(texts, result)])
        print(`${margin}${line}`);
    },
    finished: (event) => print(outcomeLine(texts, event, results)),
  };
};

/** The way of writing that the options ask for. */
export const proofOutput = async (
  { options, language, terminal }: Invocation,
  area: Texts['area'] = 'mail',
): Promise<ProofOutput> => {
  const translate = await loadTranslator(language, ['cli', 'proof', 'findings', 'directory']);
  return options.has('json')
    ? jsonOutput(terminal.print, translate)
    : textOutput(terminal.print, { translate, language, area });
};
