import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { useDirectoryField } from '../useDirectoryField.ts';

/** How this console uses the directory; no proof rests on it. */
export const UseSection = () => {
  const { t } = useTranslation('directory');
  const field = useDirectoryField();
  /** French has a form of its own for a million, which reads as that of a hundred. */
  const unitOf = (unit: string, count: number) => t(`units.${unit}`, { count: Math.min(count, 100) });
  const measuredIn = (unit: string) => ({
    unit: unitOf(unit, 100),
    readValue: (value: string) => `${value} ${unitOf(unit, Number(value))}`,
  });
  return (
    <FormSection title={t('sections.use')}>
      <NumberControl {...field('membershipCacheHours', true)} {...measuredIn('hours')} />
      <NumberControl {...field('gainGuard', true)} {...measuredIn('people')} />
      <NumberControl {...field('search.minimumLength', true)} {...measuredIn('characters')} />
      <NumberControl {...field('search.size', true)} {...measuredIn('results')} />
      <NumberControl {...field('search.timeSeconds', true)} unit="s" />
    </FormSection>
  );
};
