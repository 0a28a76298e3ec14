import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { Password20Regular } from '@fluentui/react-icons/svg/password';
import { Person20Regular } from '@fluentui/react-icons/svg/person';
import { SignOut20Regular } from '@fluentui/react-icons/svg/sign-out';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLeave } from '../../shell/RouteContext.ts';
import { useFailureToast } from '../../shell/ToastContext.ts';
import { isDirectoryName } from './isDirectoryName.ts';
import { useSessionCommand } from './useSessionCommand.ts';

const ChangePasswordDialog = lazy(async () => ({
  default: (await import('./ChangePasswordDialog.tsx')).ChangePasswordDialog,
}));

const useStyles = makeStyles({
  user: { whiteSpace: 'nowrap', '@media (max-width: 800px)': { minWidth: 0 } },
  name: { '@media (max-width: 800px)': { display: 'none' } },
  /** It cannot be chosen, but it says something: in the colour of text. */
  note: { color: tokens.colorNeutralForeground2 },
});

/** Who is signed in, and what that person can do about it: another password, signing out. */
export const UserMenu = ({ user }: { user: string }) => {
  const { t } = useTranslation('session');
  const styles = useStyles();
  const [isChanging, setChanging] = useState(false);
  const leave = useLeave();
  const showFailure = useFailureToast();
  const signOut = useSessionCommand((session) => session.signOut());
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            className={styles.user}
            icon={<Person20Regular />}
            aria-label={t('userMenu', { user })}
          >
            <span className={styles.name}>{user}</span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {isDirectoryName(user) ? (
              <MenuItem icon={<Password20Regular />} disabled>
                <span className={styles.note}>{t('change.ofDirectory')}</span>
              </MenuItem>
            ) : (
              <MenuItem icon={<Password20Regular />} onClick={() => setChanging(true)}>
                {t('change.menu')}
              </MenuItem>
            )}
            <MenuItem
              icon={<SignOut20Regular />}
              onClick={() => leave(() => signOut.mutate(undefined, { onError: showFailure }))}
            >
              {t('signOut')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isChanging && (
        <Suspense>
          <ChangePasswordDialog user={user} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
};
