import { TextControl } from '../../controls/TextControl.tsx';
import { useMailField } from './useMailField.ts';

/** To whom the test message goes when it is left empty is what its help says (REQUIREMENTS B05). */
export const TestRecipientControl = () => (
  <TextControl {...useMailField()('testRecipient')} type="email" wide="edited" />
);
