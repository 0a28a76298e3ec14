import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { CertificateControl } from '../../proof/editor/CertificateControl.tsx';
import type { ArrivalForm, MailForm } from '../form/mailForm.ts';
import { mailboxPort, portAfter } from '../form/portRule.ts';
import { signInChoices } from '../form/signIn/signInForm.ts';
import { endingPassword } from '../form/warnings.ts';
import { SignInFields } from '../signIn/SignInFields.tsx';
import { TrustControl } from '../../proof/editor/TrustControl.tsx';
import { useEndingText } from '../useEndingText.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';

/** The mailbox server and the account that looks for the message there. */
export const ArrivalServer = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const { getValues, setValue } = useFormContext<MailForm>();
  const trust = useMailValue(({ arrival }) => arrival.trust.mode);
  const ending = useEndingText()(useMailValue((form) => endingPassword(form, 'arrival.authentication')));
  const followEncryption = (encryption: ArrivalForm['encryption']) => {
    const { arrival } = getValues();
    setValue('arrival.port', portAfter(arrival, mailboxPort({ ...arrival, encryption })));
  };
  return (
    <>
      <TextControl {...field('arrival.host', true)} />
      <ChoiceControl<ArrivalForm['encryption']>
        {...field('arrival.encryption')}
        choices={(['tls', 'starttls'] as const).map((value) => ({
          value,
          label: t(`encryptions.${value}.label`),
        }))}
        onChanged={followEncryption}
      />
      <NumberControl
        {...field('arrival.port', true)}
        onChanged={() => setValue('arrival.portIsOwn', getValues('arrival.port') !== '')}
      />
      <SignInFields
        place="arrival.authentication"
        choices={signInChoices.filter((choice) => choice !== 'none')}
        warning={ending}
      />
      <TrustControl {...field('arrival.trust.mode')} wide="edited" />
      {trust === 'certificate' && <CertificateControl {...field('arrival.trust.pem')} />}
    </>
  );
};
