import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { useDirectoryField } from '../useDirectoryField.ts';

/** How this console uses the directory; no proof rests on it. */
export const UseSection = () => {
  const { t } = useTranslation('directory');
  const field = useDirectoryField();
  const measuredIn = (unit: string) => (count: number) => t(`units.${unit}`, { count });
  return (
    <FormSection title={t('sections.use')}>
      <NumberControl {...field('membershipCacheHours', true)} unit={measuredIn('hours')} />
      <NumberControl {...field('gainGuard', true)} unit={measuredIn('people')} />
      <NumberControl {...field('search.minimumLength', true)} unit={measuredIn('characters')} />
      <NumberControl {...field('search.size', true)} unit={measuredIn('results')} />
      <NumberControl {...field('search.timeSeconds', true)} unit="s" />
    </FormSection>
  );
};
