import { useTranslation } from 'react-i18next';
import { shortestPassphrase } from '../../../electron/contract/security/security.contract.ts';
import { PasswordControl } from '../../controls/PasswordControl.tsx';

/** The new passphrase and its repetition. */
export const NewPassphraseControls = () => {
  const { t } = useTranslation('security');
  return (
    <>
      <PasswordControl
        name="passphrase"
        label={t('passphrase.new')}
        help={t('passphrase.newHelp', { shortest: shortestPassphrase })}
        autoComplete="new-password"
        required
      />
      <PasswordControl
        name="repeated"
        label={t('passphrase.repeated')}
        autoComplete="new-password"
        required
      />
    </>
  );
};
