import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { exchangeModesOf } from '../form/signIn/exchangeModes.ts';
import { signInChoices } from '../form/signIn/signInForm.ts';
import { modeOf } from '../form/signInOf.ts';
import { SignInFields } from '../signIn/SignInFields.tsx';
import { TokenFields } from '../signIn/TokenFields.tsx';
import { endingPassword } from '../form/warnings.ts';
import { useEndingText } from '../useEndingText.ts';
import { useMailValue } from '../useMailValue.ts';

/** Whether and how the console signs in to the server (REQUIREMENTS B03, B04, B07). */
export const SignInSection = () => {
  const { t } = useTranslation('mail');
  const kind = useMailValue((form) => form.kind);
  const isPassword = useMailValue((form) => modeOf(form, 'authentication') === 'password');
  const exchangeModes = useMailValue(exchangeModesOf);
  const isExchange = kind === 'exchange';
  const ending = useEndingText()(useMailValue((form) => endingPassword(form, 'authentication')));
  return (
    <FormSection title={t('sections.signIn')}>
      {kind === 'microsoft365' ? (
        <TokenFields place="authentication" provider="microsoft" />
      ) : (
        <SignInFields
          place="authentication"
          choices={isExchange ? exchangeModes : signInChoices}
          warning={isExchange && isPassword ? t('warnings.basicWithMfa') : ending}
        />
      )}
    </FormSection>
  );
};
