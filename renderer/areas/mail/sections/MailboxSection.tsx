import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { useMailField } from '../useMailField.ts';

/** Name of a profile whose mail stays in the built-in mailbox (REQUIREMENTS N06). */
export const MailboxSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  return (
    <FormSection title={t('sections.mailbox')}>
      <TextControl {...field('name', true)} />
    </FormSection>
  );
};
