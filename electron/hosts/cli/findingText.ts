import type { Actor, Finding } from '../../contract/proof/finding.ts';
import { remedyText } from '../../contract/proof/remedyText.ts';
import type { Translate } from '../../locales/translate.ts';

/** A finding in one language, as `--json` gives it. */
export type WordedFinding = {
  code: string;
  title: string;
  cause: string;
  remedy: string;
  /** A line of PowerShell, left out where none helps. */
  command?: string;
  who: Actor;
  permanent: boolean;
};

/** Puts a finding into words. `translate` knows the namespaces `findings` and `proof`. */
export const wordFinding = (translate: Translate, finding: Finding): WordedFinding => {
  const { code, parameters, who, permanent, command } = finding;
  const say = (part: string): string => translate(`findings:${code}.${part}`, parameters);
  return {
    code,
    title: say('title'),
    cause: say('cause'),
    remedy: remedyText(finding, translate),
    ...(command === undefined ? {} : { command }),
    who,
    permanent,
  };
};

const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

/** A label and its text with the punctuation of the language. */
export const labelled = (translate: Translate, label: string, text: string): string =>
  translate('cli:labelled', { label, text });

/**
 * Title, cause, remedy and who acts, one part a line; a part of several lines has `margin` before each but its first.
 * `translate` knows `cli`, `findings` and `proof`.
 */
export const findingLines = (translate: Translate, finding: Finding, margin = '  '): string[] => {
  const { title, cause, remedy, command, who, permanent } = wordFinding(translate, finding);
  const lasting =
    permanent || finding.severity !== 'error' ? '' : ` (${translate('proof:finding.temporary')})`;
  const parts = [
    [translate('proof:finding.cause'), cause],
    [translate('proof:finding.remedy'), remedy],
    ...(command === undefined ? [] : [[translate('proof:finding.command'), command] as const]),
    [translate('proof:finding.who'), `${translate(`proof:actors.${who}`)}${lasting}`],
  ] as const;
  return [title, ...parts.map(([label, text]) => labelled(translate, label, indented(text, margin)))];
};
