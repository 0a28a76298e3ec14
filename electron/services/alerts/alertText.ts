import type { Alert } from '../../contract/alerts/alert.ts';
import type { Translate } from '../../locales/translate.ts';

/** What an alert says in the language of `translate`: what happened, and what to do. */
export const alertText = (
  { code, parameters }: Pick<Alert, 'code' | 'parameters'>,
  translate: Translate,
): { title: string; advice: string } => {
  const { finding } = parameters;
  const cause = finding === undefined ? '' : translate(`findings:${finding}.title`);
  const named = { ...parameters, finding: cause };
  return {
    title: translate(`alerts:codes.${code}.title`, named),
    advice: translate(`alerts:codes.${code}.advice`, named).trim(),
  };
};
