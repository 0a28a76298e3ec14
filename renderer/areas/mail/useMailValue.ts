import { useWatch } from 'react-hook-form';
import type { MailForm } from './form/mailForm.ts';

/** Gives what `read` makes of the form around a control, and renders the control only when that has changed. */
export const useMailValue = <Value>(read: (form: MailForm) => Value): Value =>
  useWatch<MailForm, MailForm, Value>({ compute: read });
