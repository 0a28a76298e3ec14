import { type FieldPath, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ControlTexts } from '../../controls/ControlFrame.tsx';
import type { MailForm } from './form/mailForm.ts';
import { helpKey, isOfMailbox, labelKey } from './form/mailTexts.ts';

export type MailFieldName = FieldPath<MailForm>;

/** Gives what a control needs to know of a field of `form`: its path and its texts. */
export const useMailFieldOf = (
  form: MailForm,
): ((name: MailFieldName, required?: boolean) => ControlTexts) => {
  const { t, i18n } = useTranslation('mail');
  const labelOf = (name: string): string => {
    const own = `fields.${name}.label`;
    if (isOfMailbox(name) && i18n.exists(own, { ns: 'mail' })) return t(own);
    const label = t(labelKey(name, form));
    return isOfMailbox(name) ? t('ofMailbox', { label }) : label;
  };
  return (name, required = false) => ({
    name,
    required,
    label: labelOf(name),
    help: t(helpKey(name, form), { defaultValue: '' }) || undefined,
  });
};

/** The same for the form around a control. */
export const useMailField = () => {
  const { getValues } = useFormContext<MailForm>();
  /** All that a label rests on. */
  useWatch<MailForm>({ name: ['kind', 'authentication.mode', 'arrival.authentication.mode'] });
  return useMailFieldOf(getValues());
};
