import { useWatch } from 'react-hook-form';
import type { MailForm } from './form/mailForm.ts';

/**
 * Gives what `read` makes of the form around a control, and renders the control only when that has changed. `read` rests on nothing
 * else that may change: it is asked when the form changes, and not when the control is rendered anew.
 */
export const useMailValue = <Value>(read: (form: MailForm) => Value): Value =>
  useWatch<MailForm, MailForm, Value>({ compute: read });
