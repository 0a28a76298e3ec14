import { makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Announcement } from '../../../controls/Announcement.tsx';
import { CertificateCard } from '../../../controls/CertificateCard.tsx';
import { ControlFrame } from '../../../controls/ControlFrame.tsx';
import { useFormMode } from '../../../controls/formMode.ts';
import { useControl } from '../../../controls/useControl.ts';
import { useCertificate } from '../../proof/editor/useCertificate.ts';
import type { SignInPlace } from '../form/signIn/signInForm.ts';
import { useMailField } from '../useMailField.ts';
import { leafOf } from './certificateContent.ts';
import { CertificateFiles } from './CertificateFiles.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';
import { useClientCertificate } from './useClientCertificate.ts';
import { useRefusedText } from './useRefusedText.ts';

const useStyles = makeStyles({ content: { display: 'grid', gap: tokens.spacingVerticalXS } });

/** A pasted text is looked at at once, a typed one when it is left. */
const isPaste = (event: Event): boolean => 'inputType' in event && event.inputType === 'insertFromPaste';

/** The certificate of the application with its private key, from files or pasted; shown as what it is. */
export const ClientCertificateControl = ({ place }: { place: SignInPlace }) => {
  const { t } = useTranslation(['mail', 'shell']);
  const styles = useStyles();
  const field = useMailField()(`${place}.client.proof.certificate`, true);
  const { value, ref, error } = useControl<string>(field.name);
  const busy = useFormMode() === 'busy';
  const reading = useClientCertificate(place);
  const { data } = useCertificate(leafOf(value));
  const refusedText = useRefusedText();
  const card = data && <CertificateCard certificate={data.certificate} />;
  const refusal = reading.refusal ? refusedText(reading.refusal) : undefined;
  return (
    <ControlFrame {...field} wide error={refusal ?? error} readText={card ?? t('shell:controls.empty')}>
      {(props) => (
        <div className={styles.content}>
          {card}
          <Textarea
            {...props}
            ref={ref}
            rows={2}
            value={reading.content}
            readOnly={busy}
            placeholder="-----BEGIN CERTIFICATE----- … -----BEGIN PRIVATE KEY-----"
            spellCheck={false}
            onBlur={() => reading.isLocked || reading.read(reading.content)}
            onChange={({ nativeEvent }, { value: text }) =>
              isPaste(nativeEvent) ? reading.read(text) : reading.type(text)
            }
          />
          <div>
            <CertificateFiles disabled={busy || reading.isReading} onRead={reading.read} />
          </div>
          {reading.isLocked && (
            <PassphraseInput
              value={reading.passphrase}
              isBusy={busy || reading.isReading}
              onType={reading.setPassphrase}
              onUnlock={() => reading.read(reading.content)}
            />
          )}
          <Announcement text={data ? t('certificate.read', { subject: data.certificate.subject }) : ''} />
        </div>
      )}
    </ControlFrame>
  );
};
