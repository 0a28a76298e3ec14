import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { useMailField } from '../useMailField.ts';

/** Name of a profile that sends through Microsoft Graph: where that is follows from the cloud (REQUIREMENTS B07). */
export const GraphSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  return (
    <FormSection title={t('sections.graph')} notes={[t('graphNote')]}>
      <TextControl {...field('name', true)} />
    </FormSection>
  );
};
