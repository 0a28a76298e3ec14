import type { Language } from '../../../contract/languages.ts';
import { directoryVerdict } from '../../../contract/directory/directoryVerdict.ts';
import { directoryVerdictText } from '../../../contract/directory/directoryVerdictText.ts';
import type { Evidence, FactName } from '../../../contract/proof/evidence.ts';
import { factText } from '../../../contract/proof/factText.ts';
import { remedyText } from '../../../contract/proof/remedyText.ts';
import type { StageResult } from '../../../contract/proof/proof.ts';
import type { Actor, Finding } from '../../../contract/proof/finding.ts';
import type { Translate } from '../../../locales/translate.ts';
import type { LoggedProof } from '../proofLog.ts';

/** What a proof was about. */
export type ReportArea = 'mail' | 'directory';

type FactValue = NonNullable<Evidence['facts'][FactName]>;

/** Everything that a report says in words, numbers and dates of one language. */
export const createReportTexts = (area: ReportArea, language: Language, translate: Translate) => {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' });
  const finding = (part: 'title' | 'cause', { code, parameters }: Finding): string =>
    translate(`findings:${code}.${part}`, parameters);
  return {
    language,
    say: translate,
    pageTitle: (name: string): string => translate(`report:title.${area}`, { profile: name }),
    subject: translate(`report:subject.${area}`),
    /** A stage by its name, and the controller that it is about. */
    stage: ({ stage, controller }: Pick<StageResult, 'stage' | 'controller'>): string =>
      [translate(`proof:stages.${stage}`), controller].filter(Boolean).join(' · '),
    time: (iso: string): string => date.format(new Date(iso)),
    milliseconds: (value: number): string =>
      translate('report:milliseconds', { value: number.format(value) }),
    fact: (name: FactName, value: FactValue): string => factText(name, value, translate, language),
    /** What a proof of the directory says in one sentence; null: it was stopped, or is one of mail. */
    verdict: ({ stages, outcome }: Pick<LoggedProof, 'stages' | 'outcome'>): string | null => {
      const verdict = area === 'directory' ? directoryVerdict(stages, outcome) : null;
      if (verdict === null) return null;
      const { first, rest } = directoryVerdictText(verdict, translate, language);
      return [first, rest].filter(Boolean).join(' ');
    },
    /** A report is read by others: "you" would be the wrong person. */
    actor: (who: Actor): string =>
      translate(who === 'user' ? 'report:configuringPerson' : `proof:actors.${who}`),
    title: (of: Finding): string => finding('title', of),
    cause: (of: Finding): string => finding('cause', of),
    remedy: (of: Finding): string => remedyText(of, translate),
  };
};

export type ReportTexts = ReturnType<typeof createReportTexts>;
