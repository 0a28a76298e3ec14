import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

type WindowsSignInProps = {
  /** As the machine names who runs the program, `CORP\anna`; a domain controller has the last word. */
  user: string;
  isBusy: boolean;
  onSignIn: () => void;
};

/** Signs in as who runs the program, without a password: Kerberos proves it to a domain controller. */
export const WindowsSignIn = ({ user, isBusy, onSignIn }: WindowsSignInProps) => {
  const { t } = useTranslation('session');
  return (
    <Button disabledFocusable={isBusy} onClick={onSignIn}>
      {t('signIn.asWindowsUser', { user })}
    </Button>
  );
};
