import type { FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parametersOf } from './describedError.ts';

/** Gives the sentence for a field's error. */
export const useFieldErrorText = (): ((error: FieldError) => string) => {
  const { t } = useTranslation('fieldErrors');
  return (error) => t(`codes.${error.type}`, parametersOf(error));
};
