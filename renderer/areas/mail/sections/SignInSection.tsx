import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FormSection } from '../../../controls/FormSection.tsx';
import { SecretControl } from '../../../controls/SecretControl.tsx';
import { SourcedTextControl } from '../../../controls/SourcedTextControl.tsx';
import type { MailForm } from '../form/mailForm.ts';
import { useMailField } from '../useMailField.ts';

type Mode = MailForm['authentication']['mode'];

/** Whether and how the console signs in to the server (REQUIREMENTS B03, B04). */
export const SignInSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const mode = useFormContext<MailForm>().watch('authentication.mode');
  return (
    <FormSection title={t('sections.signIn')}>
      <ChoiceControl<Mode>
        {...field('authentication.mode')}
        choices={(['none', 'password'] as const).map((value) => ({
          value,
          label: t(`modes.${value}.label`),
          help: t(`modes.${value}.help`),
        }))}
      />
      {mode === 'password' && <SourcedTextControl {...field('authentication.userName', true)} />}
      {mode === 'password' && <SecretControl {...field('authentication.password', true)} />}
    </FormSection>
  );
};
