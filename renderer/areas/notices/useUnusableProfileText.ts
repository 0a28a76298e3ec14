import { useTranslation } from 'react-i18next';
import { type FailureCode, failures } from '../../../electron/contract/failures.ts';

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failures, code);

/** Gives why the program could not begin to send, for the code of a failure, and what to do. */
export const useUnusableProfileText = (): ((failure: string) => string) => {
  const { t } = useTranslation(['notices', 'errors']);
  return (failure) => {
    if (failure === 'NOT_FOUND') return t('noProfile');
    return t('notPossible', {
      reason: t(`errors:codes.${isFailureCode(failure) ? failure : 'INTERNAL'}.title`),
    });
  };
};
