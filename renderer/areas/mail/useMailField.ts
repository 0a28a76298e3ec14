import type { FieldPath } from 'react-hook-form';
import { useFieldTexts } from '../../controls/useFieldTexts.ts';
import type { MailForm } from './form/mailForm.ts';

export type MailFieldName = FieldPath<MailForm>;

/** Gives what a control needs to know of a field of this form: its path and its texts. */
export const useMailField = () => useFieldTexts<MailFieldName>('mail');
