import { useTranslation } from 'react-i18next';
import { shortestPassphrase } from '../../../electron/contract/security/security.contract.ts';
import { PassphraseControl } from './PassphraseControl.tsx';

/** The new passphrase and its repetition. */
export const NewPassphraseControls = () => {
  const { t } = useTranslation('security');
  return (
    <>
      <PassphraseControl
        name="passphrase"
        label={t('passphrase.new')}
        help={t('passphrase.newHelp', { shortest: shortestPassphrase })}
        autoComplete="new-password"
        required
      />
      <PassphraseControl
        name="repeated"
        label={t('passphrase.repeated')}
        autoComplete="new-password"
        required
      />
    </>
  );
};
