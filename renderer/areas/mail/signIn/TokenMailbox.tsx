import { useTranslation } from 'react-i18next';
import { tokenMechanisms } from '../../../../electron/contract/mail/authentication.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { SourcedTextControl } from '../../../controls/SourcedTextControl.tsx';
import type { SignInForm, SignInPlace } from '../form/signIn/signInForm.ts';
import { modeOf, signInOf } from '../form/signInOf.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';

const mechanisms = ['best', ...tokenMechanisms] as const;

/** The mailbox that a token is used for, and how it is told to the server. */
export const TokenMailbox = ({ place }: { place: SignInPlace }) => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const kind = useMailValue((form) => form.kind);
  const mode = useMailValue((form) => modeOf(form, place));
  const tokenMechanism = useMailValue((form) => signInOf(form, place).tokenMechanism);
  const isHttp = kind !== 'smtp' && place === 'authentication';
  const isGraph = kind === 'microsoft365' && place === 'authentication';
  /** Microsoft and Google know one way; a provider of one's own may want the other. */
  const hasMechanisms = !isHttp && (mode === 'openid' || tokenMechanism !== 'best');
  return (
    <>
      <SourcedTextControl
        {...field(`${place}.userName`, !isGraph)}
        help={t(
          isGraph
            ? 'labels.senderMailboxHelp'
            : mode === 'google'
              ? 'labels.mailboxGoogleHelp'
              : 'labels.mailboxHelp',
        )}
      />
      {hasMechanisms && (
        <ChoiceControl<SignInForm['tokenMechanism']>
          {...field(`${place}.tokenMechanism`)}
          choices={mechanisms.map((value) => ({
            value,
            label: value === 'best' ? t('mechanisms.best') : value,
          }))}
        />
      )}
    </>
  );
};
