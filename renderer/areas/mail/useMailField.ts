import type { FieldPath } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ControlTexts } from '../../controls/ControlFrame.tsx';
import type { MailForm } from './form/mailForm.ts';

export type MailFieldName = FieldPath<MailForm>;

/** Gives what a control needs to know of a field: its path and its texts. */
export const useMailField = (): ((name: MailFieldName, required?: boolean) => ControlTexts) => {
  const { t } = useTranslation('mail');
  return (name, required = false) => ({
    name,
    required,
    label: t(`fields.${name}.label`),
    help: t(`fields.${name}.help`, { defaultValue: '' }) || undefined,
  });
};
