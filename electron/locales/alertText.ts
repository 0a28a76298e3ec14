import type { Alert } from '../contract/alerts/alert.ts';
import type { Translate } from './translate.ts';

type Told = Pick<Alert, 'code' | 'parameters'>;

/** What is named by a code is put into words. */
const worded = ({ credential, ...parameters }: Told['parameters'], translate: Translate) =>
  credential === undefined
    ? parameters
    : { ...parameters, credential: translate(`alerts:credentials.${credential}`) };

/** What happened, in the language of `translate`, which knows the texts of alerts. */
export const alertTitle = ({ code, parameters }: Told, translate: Translate): string =>
  translate(`alerts:codes.${code}.title`, worded(parameters, translate));

/** What to do about it; `translate` knows the texts of alerts and of findings. */
export const alertAdvice = ({ code, parameters }: Told, translate: Translate): string => {
  const { finding } = parameters;
  const cause = finding === undefined ? '' : `${translate(`findings:${finding}.title`)}.`;
  return translate(`alerts:codes.${code}.advice`, {
    ...worded(parameters, translate),
    finding: cause,
  }).trim();
};
