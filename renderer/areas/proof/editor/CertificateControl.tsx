import { makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CertificateCard } from '../../../controls/CertificateCard.tsx';
import { ControlFrame, type ControlTexts } from '../../../controls/ControlFrame.tsx';
import { useFormMode } from '../../../controls/formMode.ts';
import { useControl } from '../../../controls/useControl.ts';
import { asFailure } from '../../../texts/asFailure.ts';
import { useFailureText } from '../../../texts/useFailureText.ts';
import { CertificateFileButton } from './CertificateFileButton.tsx';
import { useCertificate } from './useCertificate.ts';

const useStyles = makeStyles({ content: { display: 'grid', gap: tokens.spacingVerticalXS } });

/** A pasted text is looked at at once, a typed one when it is left. */
const isPaste = (event: Event): boolean => 'inputType' in event && event.inputType === 'insertFromPaste';

/** Only a refusal of the text itself means that there is no certificate in it. */
const useRefusalText = (): ((refusal: unknown) => string) => {
  const { t } = useTranslation('fieldErrors');
  const textOf = useFailureText();
  return (refusal) => {
    if (asFailure(refusal).code === 'INVALID_INPUT') return t('codes.certificate');
    const { title, advice } = textOf(refusal);
    return `${title} ${advice}`;
  };
};

/** One CA certificate, from a file or pasted, shown as what it is. */
export const CertificateControl = (texts: ControlTexts) => {
  const { t } = useTranslation('shell');
  const styles = useStyles();
  const { value, change, leave, ref, error } = useControl<string>(texts.name);
  const busy = useFormMode() === 'busy';
  const [typing, setTyping] = useState(false);
  const { data, error: refusal } = useCertificate(typing ? '' : value);
  const refusalText = useRefusalText();
  const card = data && <CertificateCard certificate={data.certificate} />;
  return (
    <ControlFrame
      {...texts}
      required
      wide
      error={error ?? (refusal ? refusalText(refusal) : undefined)}
      readText={card ?? t('controls.empty')}
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
            onBlur={() => {
              setTyping(false);
              leave();
            }}
            onChange={({ nativeEvent }, { value: text }) => {
              setTyping(!isPaste(nativeEvent));
              change(text);
            }}
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
