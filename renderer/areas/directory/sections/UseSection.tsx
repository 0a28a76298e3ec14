import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { useDirectoryField } from '../useDirectoryField.ts';

/** How this console uses the directory; no proof rests on it. */
export const UseSection = () => {
  const { t } = useTranslation('directory');
  const field = useDirectoryField();
  return (
    <FormSection title={t('sections.use')}>
      <NumberControl {...field('membershipCacheHours', true)} unit={t('units.hours')} />
      <NumberControl {...field('gainGuard', true)} unit={t('units.people')} />
      <NumberControl {...field('search.minimumLength', true)} unit={t('units.characters')} />
      <NumberControl {...field('search.size', true)} unit={t('units.results')} />
      <NumberControl {...field('search.timeSeconds', true)} unit="s" />
    </FormSection>
  );
};
