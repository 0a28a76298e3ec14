import type { Language } from '../../../contract/languages.ts';
import type { FactName } from '../../../contract/proof/evidence.ts';
import type { StageResult } from '../../../contract/proof/proof.ts';
import type { Actor, Finding } from '../../../contract/proof/finding.ts';
import { trustText } from '../../../contract/proof/trustLine.ts';
import type { Translate } from '../../../locales/translate.ts';

/** What a proof was about. */
export type ReportArea = 'mail' | 'directory';

type FactValue = string | number | boolean | readonly string[];

/** Everything that a report says in words, numbers and dates of one language. */
export const createReportTexts = (area: ReportArea, language: Language, translate: Translate) => {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' });
  const finding = (part: 'title' | 'cause' | 'remedy', { code, parameters }: Finding): string =>
    translate(`findings:${code}.${part}`, parameters);
  const factWord = (name: FactName, word: string): string => {
    if (name === 'tlsProblems') return translate(`findings:${word}.title`);
    if (name === 'trusts') return trustText(word, (code) => translate(`findings:${code}.title`));
    if (name === 'signing' || name === 'channelBinding') return translate(`proof:demands.${word}`);
    return name === 'credentialSource' ? translate(`proof:credentialSources.${word}`) : word;
  };

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
    fact: (name: FactName, value: FactValue): string => {
      if (typeof value === 'boolean') return translate(value ? 'report:yes' : 'report:no');
      if (typeof value === 'number') return name === 'port' ? String(value) : number.format(value);
      return [value]
        .flat()
        .map((word) => factWord(name, word))
        .join(', ');
    },
    /** A report is read by others: "you" would be the wrong person. */
    actor: (who: Actor): string =>
      translate(who === 'user' ? 'report:configuringPerson' : `proof:actors.${who}`),
    title: (of: Finding): string => finding('title', of),
    cause: (of: Finding): string => finding('cause', of),
    remedy: (of: Finding): string => finding('remedy', of),
  };
};

export type ReportTexts = ReturnType<typeof createReportTexts>;
