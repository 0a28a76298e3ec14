import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import type { MailForm } from '../form/mailForm.ts';
import { exchangeModes } from '../form/signIn/exchangeModes.ts';
import { signInChoices } from '../form/signIn/signInForm.ts';
import { SignInFields } from '../signIn/SignInFields.tsx';
import { TokenFields } from '../signIn/TokenFields.tsx';
import { endingPassword } from '../form/warnings.ts';
import { useEndingText } from '../useEndingText.ts';

/** Whether and how the console signs in to the server (REQUIREMENTS B03, B04, B07). */
export const SignInSection = () => {
  const { t } = useTranslation('mail');
  const form = useFormContext<MailForm>().watch();
  const { kind, authentication } = form;
  const isExchange = kind === 'exchange';
  const ending = useEndingText()(endingPassword(form));
  return (
    <FormSection title={t('sections.signIn')}>
      {kind === 'microsoft365' ? (
        <TokenFields place="authentication" provider="microsoft" />
      ) : (
        <SignInFields
          place="authentication"
          choices={isExchange ? exchangeModes : signInChoices}
          warning={isExchange && authentication.mode === 'password' ? t('warnings.basicWithMfa') : ending}
        />
      )}
    </FormSection>
  );
};
