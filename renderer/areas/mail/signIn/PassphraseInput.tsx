import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnwrittenValue } from '../../../controls/useUnwrittenValue.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1 },
});

type PassphraseInputProps = {
  value: string;
  isBusy: boolean;
  onType: (passphrase: string) => void;
  onUnlock: () => void;
};

/** The passphrase of a private key; it is used once and kept nowhere. */
export const PassphraseInput = ({ value, isBusy, onType, onUnlock }: PassphraseInputProps) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const ref = useUnwrittenValue();
  /** Enter would prove and save the whole form. */
  const unlockOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onUnlock();
  };
  return (
    <Field label={t('certificate.passphrase')} hint={t('certificate.passphraseHelp')}>
      {(field) => (
        <div className={styles.row}>
          <Input
            {...field}
            input={{ ref }}
            className={styles.input}
            type="password"
            value={value}
            autoFocus
            autoComplete="off"
            onKeyDown={unlockOnEnter}
            onChange={(_, data) => onType(data.value)}
          />
          <Button disabledFocusable={isBusy || value === ''} onClick={onUnlock}>
            {t('certificate.unlock')}
          </Button>
        </div>
      )}
    </Field>
  );
};
