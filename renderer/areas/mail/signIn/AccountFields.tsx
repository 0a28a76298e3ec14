import { useTranslation } from 'react-i18next';
import { passwordMechanisms } from '../../../../electron/contract/mail/authentication.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { SecretControl } from '../../../controls/SecretControl.tsx';
import { SourcedTextControl } from '../../../controls/SourcedTextControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import type { SignInForm, SignInPlace } from '../form/signIn/signInForm.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';

const mechanisms = ['best', ...passwordMechanisms] as const;

type AccountFieldsProps = { place: SignInPlace; mode: 'password' | 'ntlm' };

/** An account and its password, and how it is told to the server. */
export const AccountFields = ({ place, mode }: AccountFieldsProps) => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const kind = useMailValue((form) => form.kind);
  /** Over HTTP a password has but one way. */
  const hasMechanisms = mode === 'password' && (kind !== 'exchange' || place === 'arrival.authentication');
  return (
    <>
      <SourcedTextControl {...field(`${place}.userName`, true)} />
      <SecretControl {...field(`${place}.password`, true)} />
      {mode === 'ntlm' && <TextControl {...field(`${place}.domain`)} />}
      {hasMechanisms && (
        <ChoiceControl<SignInForm['mechanism']>
          {...field(`${place}.mechanism`)}
          choices={mechanisms.map((value) => ({
            value,
            label: value === 'best' ? t('mechanisms.best') : value,
          }))}
        />
      )}
    </>
  );
};
