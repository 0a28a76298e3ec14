import { Button } from '@fluentui/react-components';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { focusField } from '../../controls/focusField.ts';
import { useFormMode } from '../../controls/formMode.ts';
import { isOAuthOffered } from './form/isOAuthOffered.ts';
import type { MailForm } from './form/mailForm.ts';
import { useFollowChoice } from './signIn/useFollowChoice.ts';
import { useMailValue } from './useMailValue.ts';

/** Offers to sign in with a token instead of a password; nothing where that is chosen already, or means nothing. */
export const OAuthOffer = ({ provider }: { provider: 'microsoft' | 'google' }) => {
  const { t } = useTranslation('mail');
  const { setValue } = useFormContext<MailForm>();
  const isOffered = useMailValue((form) => isOAuthOffered(form, provider));
  const isBusy = useFormMode() === 'busy';
  const { followProvider } = useFollowChoice('authentication');
  if (!isOffered) return null;
  const choose = () => {
    setValue('authentication.mode', provider, { shouldDirty: true });
    followProvider();
    requestAnimationFrame(() => focusField('authentication.client.clientId'));
  };
  return (
    <Button size="small" disabledFocusable={isBusy} onClick={choose}>
      {t(`start.useOAuth.${provider}`)}
    </Button>
  );
};
