import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { ApiLink } from './ApiLink.tsx';
import { RuleControl } from './RuleControl.tsx';
import { headingIdOf, ruleSections } from './ruleSections.ts';

/** Every rule under its heading. */
export const RuleFields = () => {
  const { t } = useTranslation('security');
  return ruleSections.map(({ name, notes, rules }) => (
    <FormSection
      key={name}
      title={t(`rules.sections.${name}`)}
      headingId={headingIdOf(name)}
      further={name === 'basicAuthentication' && <ApiLink />}
      notes={notes.map((note) => t(`rules.notes.${note}`))}
    >
      {rules.map((rule) => (
        <RuleControl key={rule} name={rule} />
      ))}
    </FormSection>
  ));
};
