import { useTranslation } from 'react-i18next';
import { asFailure } from './asFailure.ts';

export type FailureText = {
  title: string;
  /** What to do about it. */
  advice: string;
};

/** Gives the sentence and the advice for whatever a call threw; what the contract does not know is INTERNAL. */
export const useFailureText = (): ((error: unknown) => FailureText) => {
  const { t } = useTranslation('errors');
  return (error) => {
    const { code, data } = asFailure(error);
    const parameters = {
      ...data,
      ...(data && 'reason' in data ? { reason: t(`reasons.${data.reason}`) } : {}),
    };
    return { title: t(`codes.${code}.title`, parameters), advice: t(`codes.${code}.advice`, parameters) };
  };
};
