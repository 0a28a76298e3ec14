import { Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OAuthProvider } from '../../../../electron/contract/oauth/oauthClient.ts';
import { redirectAddresses } from '../../../../electron/contract/oauth/redirectAddresses.ts';
import { ControlFrame } from '../../../controls/ControlFrame.tsx';
import { CopyButton } from '../../../controls/CopyButton.tsx';
import { useFieldStyles } from '../../../controls/fieldStyles.ts';
import type { SignInPlace } from '../form/signIn/signInForm.ts';

type RedirectAddressProps = { place: SignInPlace; provider: OAuthProvider };

/** Where the browser comes back to, exactly as it is registered with the provider (REQUIREMENTS A12). */
export const RedirectAddress = ({ place, provider }: RedirectAddressProps) => {
  const { t } = useTranslation('mail');
  const styles = useFieldStyles();
  const label = t('redirect.label');
  const address = redirectAddresses[provider];
  return (
    <ControlFrame
      name={`${place}.redirectAddress`}
      wide
      label={place === 'authentication' ? label : t('ofMailbox', { label })}
      help={t(`redirect.${provider}`)}
      error={undefined}
      readText={address}
    >
      <Input
        className={styles.input}
        value={address}
        readOnly
        contentAfter={<CopyButton text={address} what={label} />}
      />
    </ControlFrame>
  );
};
