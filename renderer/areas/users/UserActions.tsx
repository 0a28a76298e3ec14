import { makeStyles, Text, tokens, Toolbar, ToolbarButton } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Password16Regular } from '@fluentui/react-icons/svg/password';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { SetPasswordDialog } from './SetPasswordDialog.tsx';
import { useRestriction } from './useRestriction.ts';

const useStyles = makeStyles({
  commands: { padding: 0, flexWrap: 'wrap' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** What can be done with the user, and why not where a rule forbids it. */
export const UserActions = ({ user, onEdit }: { user: UserDetails; onEdit: () => void }) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const [asked, setAsked] = useState<'password' | 'delete' | null>(null);
  const [mayEditUsers, mayViewRoles, mayDelete] = [
    useMay('users.edit'),
    useMay('roles.view'),
    useMay('users.delete'),
  ];
  const why = useRestriction(user.restrictions);
  const [noChange, noDeletion] = [why('change'), mayDelete ? why('delete') : undefined];
  const maySetPassword = mayEditUsers && user.kind === 'localUser';
  const noPassword = maySetPassword ? (noChange ?? why('setPassword')) : undefined;
  const close = () => setAsked(null);
  return (
    <>
      <Toolbar size="small" className={styles.commands} aria-label={t('commands.ofUser')}>
        {mayEditUsers && mayViewRoles && (
          <ToolbarButton icon={<Edit16Regular />} disabledFocusable={noChange !== undefined} onClick={onEdit}>
            {t('commands.edit')}
          </ToolbarButton>
        )}
        {maySetPassword && (
          <ToolbarButton
            icon={<Password16Regular />}
            disabledFocusable={noPassword !== undefined}
            onClick={() => setAsked('password')}
          >
            {t('password.command')}
          </ToolbarButton>
        )}
        {mayDelete && (
          <ToolbarButton
            icon={<Delete16Regular />}
            disabledFocusable={noDeletion !== undefined}
            onClick={() => setAsked('delete')}
          >
            {t('bulk.commands.delete')}
          </ToolbarButton>
        )}
      </Toolbar>
      {[...new Set([noChange, noPassword, noDeletion])].map(
        (reason) =>
          reason && (
            <Text key={reason} size={200} className={styles.note}>
              {reason}
            </Text>
          ),
      )}
      {asked === 'password' && <SetPasswordDialog user={user} onClose={close} />}
      {asked === 'delete' && (
        <BulkDialog
          kind="delete"
          subject={{ ids: [user.id] }}
          onDone={() => navigate({ area: 'users' })}
          onClose={close}
        />
      )}
    </>
  );
};
