import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { useMailField } from '../useMailField.ts';

/** Name of a profile that sends through the Outlook of this machine, and its shared mailbox (REQUIREMENTS A03). */
export const OutlookSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  return (
    <FormSection title={t('sections.outlook')} notes={[t('outlookNote')]}>
      <TextControl {...field('name', true)} />
      <TextControl {...field('mailbox')} />
    </FormSection>
  );
};
