import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { serviceOf } from '../form/serviceOf.ts';
import { modeOf } from '../form/signInOf.ts';
import { providerOf, type SignInChoice, type SignInPlace } from '../form/signIn/signInForm.ts';
import { useImpossible } from '../useImpossible.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';
import { AccountFields } from './AccountFields.tsx';
import { TokenFields } from './TokenFields.tsx';
import { useFollowChoice } from './useFollowChoice.ts';

type SignInFieldsProps = {
  place: SignInPlace;
  choices: readonly SignInChoice[];
  /** A risk of the present choice. */
  warning?: string | undefined;
};

/** Whether and how is signed in; the fields that the chosen way needs (REQUIREMENTS B03). */
export const SignInFields = ({ place, choices, warning }: SignInFieldsProps) => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const impossible = useImpossible();
  const { followProvider } = useFollowChoice(place);
  const mode = useMailValue((form) => modeOf(form, place));
  const service = useMailValue((form) => serviceOf(form, place).registered);
  const usual = useMailValue((form) => serviceOf(form, place).usual);
  const provider = providerOf(mode);
  return (
    <>
      <ChoiceControl<SignInChoice>
        {...field(`${place}.mode`)}
        wide="edited"
        shown={mode}
        choices={choices.map((value) => ({
          value,
          label: t(`modes.${value}.label`),
          help: t(`modes.${value}.help`),
        }))}
        warning={impossible(`${place}.mode`) ?? warning}
        onChanged={followProvider}
      />
      {(mode === 'password' || mode === 'ntlm') && <AccountFields place={place} mode={mode} />}
      {mode === 'kerberos' && (
        <TextControl
          {...field(`${place}.servicePrincipal`)}
          wide="edited"
          help={t('labels.servicePrincipalHelp', { service, usual })}
        />
      )}
      {provider && <TokenFields place={place} provider={provider} />}
    </>
  );
};
