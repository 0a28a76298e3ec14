import { useTranslation } from 'react-i18next';
import { PasswordControl } from '../../controls/PasswordControl.tsx';
import { PasswordRuleList } from './PasswordRuleList.tsx';

/** A new password in the field `name`, its repetition, and what it has to be. */
export const NewPasswordControls = ({ name, autoFocus = false }: { name: string; autoFocus?: boolean }) => {
  const { t } = useTranslation('session');
  return (
    <>
      <PasswordRuleList />
      <PasswordControl
        name={name}
        label={t('newPassword')}
        autoComplete="new-password"
        autoFocus={autoFocus}
        required
      />
      <PasswordControl name="repeated" label={t('repeated')} autoComplete="new-password" required />
    </>
  );
};
