import { describedError } from '../../controls/describedError.ts';
import { useFieldErrorText } from '../../controls/useFieldErrorText.ts';
import { impossible } from './form/impossible.ts';
import type { MailFieldName } from './useMailField.ts';
import { useMailValue } from './useMailValue.ts';

/**
 * Gives the sentence for a field in which something is chosen that cannot work, as soon as it is (REQUIREMENTS A13). That
 * something is missing is told on leaving the field, as everywhere.
 */
export const useImpossible = (): ((name: MailFieldName) => string | undefined) => {
  const textOf = useFieldErrorText();
  const issues = useMailValue(impossible).filter(({ code }) => code !== 'required');
  return (name) => {
    const issue = issues.find(({ path }) => path.join('.') === name);
    return issue && textOf(describedError(issue));
  };
};
