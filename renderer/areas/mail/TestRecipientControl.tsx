import { useFormContext } from 'react-hook-form';
import { TextControl } from '../../controls/TextControl.tsx';
import type { MailForm } from './form/mailForm.ts';
import { useMailField } from './useMailField.ts';

/** To whom the test message goes; the sender, when it is left empty (REQUIREMENTS B05). */
export const TestRecipientControl = () => (
  <TextControl
    {...useMailField()('testRecipient')}
    type="email"
    placeholder={useFormContext<MailForm>().watch('from.address')}
  />
);
