import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { useMailField } from '../useMailField.ts';

/** Name of a profile that writes .eml files, and where to. */
export const FolderSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  return (
    <FormSection title={t('sections.folder')}>
      <TextControl {...field('name', true)} />
      <TextControl {...field('folder', true)} wide="edited" />
    </FormSection>
  );
};
