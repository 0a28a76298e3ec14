import { describedError } from '../../../controls/describedError.ts';
import { useFieldErrorText } from '../../../controls/useFieldErrorText.ts';
import { asFailure } from '../../../texts/asFailure.ts';
import { useFailureText } from '../../../texts/useFailureText.ts';

/** Gives why what was typed cannot be read: what is wrong with it, or why it could not be looked at. */
export const useRefusedText = (): ((refusal: unknown) => string) => {
  const fieldText = useFieldErrorText();
  const failureText = useFailureText();
  return (refusal) => {
    const failure = asFailure(refusal);
    const [issue] = failure.code === 'INVALID_INPUT' ? failure.data.issues : [];
    if (issue) return fieldText(describedError(issue));
    const { title, advice } = failureText(refusal);
    return `${title} ${advice}`;
  };
};
