import { makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CertificateCard } from '../../controls/CertificateCard.tsx';
import { ControlFrame } from '../../controls/ControlFrame.tsx';
import { useFormMode } from '../../controls/formMode.ts';
import { useControl } from '../../controls/useControl.ts';
import { CertificateFileButton } from './CertificateFileButton.tsx';
import { useCertificate } from './mailQueries.ts';
import { useMailField } from './useMailField.ts';

const useStyles = makeStyles({ content: { display: 'grid', gap: tokens.spacingVerticalXS } });

/** One CA certificate, from a file or pasted, shown as what it is. */
export const CertificateControl = ({ name }: { name: 'trust.pem' | 'arrival.trust.pem' }) => {
  const { t } = useTranslation(['mail', 'fieldErrors', 'shell']);
  const styles = useStyles();
  const { value, change, leave, ref, error } = useControl<string>(name);
  const busy = useFormMode() === 'busy';
  const { data, isError } = useCertificate(value);
  const card = data && <CertificateCard certificate={data.certificate} />;
  return (
    <ControlFrame
      {...useMailField()(name, true)}
      wide
      error={error ?? (isError ? t('fieldErrors:codes.certificate') : undefined)}
      readText={card ?? t('shell:controls.empty')}
    >
      {(field) => (
        <div className={styles.content}>
          <Textarea
            {...field}
            ref={ref}
            rows={3}
            value={value}
            readOnly={busy}
            placeholder="-----BEGIN CERTIFICATE-----"
            spellCheck={false}
            onBlur={leave}
            onChange={(_, { value: text }) => change(text)}
          />
          <div>
            <CertificateFileButton disabled={busy} onRead={change} />
          </div>
          {card}
        </div>
      )}
    </ControlFrame>
  );
};
