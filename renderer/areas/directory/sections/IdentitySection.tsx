import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FormSection } from '../../../controls/FormSection.tsx';
import { SecretControl } from '../../../controls/SecretControl.tsx';
import { SourcedTextControl } from '../../../controls/SourcedTextControl.tsx';
import { useSuggestion } from '../directoryQueries.ts';
import type { DirectoryForm } from '../form/directoryForm.ts';
import { useDirectoryField } from '../useDirectoryField.ts';
import { useDirectoryValue } from '../useDirectoryValue.ts';

type Mode = DirectoryForm['identity']['mode'];

/** As whom the program reads the directory. */
export const IdentitySection = () => {
  const { t } = useTranslation('directory');
  const field = useDirectoryField();
  const mode = useDirectoryValue(({ identity }) => identity.mode);
  const kerberos = useSuggestion().data?.kerberos ?? 'available';
  return (
    <FormSection title={t('sections.identity')}>
      <ChoiceControl<Mode>
        {...field('identity.mode')}
        choices={(['windows', 'password'] as const).map((value) => ({
          value,
          label: t(`modes.${value}.label`),
          help: t(`modes.${value}.help`),
        }))}
        warning={mode === 'windows' && kerberos !== 'available' ? t(`warnings.${kerberos}`) : undefined}
      />
      {mode === 'password' && <SourcedTextControl {...field('identity.userName', true)} />}
      {mode === 'password' && <SecretControl {...field('identity.password', true)} />}
    </FormSection>
  );
};
