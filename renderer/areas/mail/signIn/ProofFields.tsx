import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { SecretControl } from '../../../controls/SecretControl.tsx';
import { DateControl } from '../../../controls/DateControl.tsx';
import type { ClientForm, SignInPlace } from '../form/signIn/signInForm.ts';
import { isSecretId } from '../form/signIn/isSecretId.ts';
import { isProofUnused, needsPublicFlows } from '../form/signIn/usualProof.ts';
import { modeOf, signInOf } from '../form/signInOf.ts';
import { useImpossible } from '../useImpossible.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';
import { ClientCertificateControl } from './ClientCertificateControl.tsx';
import { PrivateKeyControl } from './PrivateKeyControl.tsx';

type Kind = ClientForm['proof']['kind'];

/** How the application proves who it is: not at all, by a secret, or by a certificate. */
export const ProofFields = ({ place }: { place: SignInPlace }) => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const impossible = useImpossible();
  const proof = `${place}.client.proof` as const;
  const kind = useMailValue((form) => signInOf(form, place).client.proof.kind);
  const isMicrosoft = useMailValue((form) => modeOf(form, place) === 'microsoft');
  const hasId = useMailValue((form) => isSecretId(form, place));
  const isPublic = useMailValue((form) =>
    needsPublicFlows({ mode: modeOf(form, place), client: signInOf(form, place).client }),
  );
  const isUnused = useMailValue((form) =>
    isProofUnused({ mode: modeOf(form, place), client: signInOf(form, place).client }),
  );
  const publicFlows = isPublic ? t('clientProofs.publicFlows') : null;
  return (
    <>
      <ChoiceControl<Kind>
        {...field(`${proof}.kind`)}
        choices={(['secret', 'certificate', 'none'] as const).map((value) => ({
          value,
          label: t(`clientProofs.${value}.label`),
          help: (value === kind && publicFlows) || t(`clientProofs.${value}.help`),
        }))}
        warning={impossible(`${proof}.kind`) ?? (isUnused ? t('warnings.unusedProof') : undefined)}
      />
      {kind === 'secret' && (
        <SecretControl
          {...field(`${proof}.secret`, true)}
          help={isMicrosoft ? t('labels.secretValueHelp') : undefined}
          warning={hasId ? t('warnings.secretId') : undefined}
        />
      )}
      {kind === 'secret' && <DateControl {...field(`${proof}.expiresOn`)} />}
      {kind === 'certificate' && <ClientCertificateControl place={place} />}
      {kind === 'certificate' && <PrivateKeyControl {...field(`${proof}.key`, true)} />}
    </>
  );
};
