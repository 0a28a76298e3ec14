import {
  Button,
  Link,
  makeStyles,
  Subtitle1,
  Text,
  tokens,
  Toolbar,
  ToolbarButton,
} from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Password16Regular } from '@fluentui/react-icons/svg/password';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { formatRoute } from '../../shell/route.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { formatAuditPlace } from '../audit/auditPlace.ts';
import { linkTo } from '../roles/rolesPlace.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { SetPasswordDialog } from './SetPasswordDialog.tsx';
import { useRestriction } from './useRestriction.ts';
import { UserStateBadge } from './UserStateBadge.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  commands: { padding: 0, flexWrap: 'wrap' },
  note: { color: tokens.colorNeutralForeground2 },
});

type UserHeadProps = {
  user: UserDetails;
  /** Null: it is being edited. */
  onEdit: (() => void) | null;
};

/** Whom the pane is about, what can be done with that user, and where to look further. */
export const UserHead = ({ user, onEdit }: UserHeadProps) => {
  const { t } = useTranslation(['users', 'roles', 'shell']);
  const styles = useStyles();
  return (
    <>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.name}>
          {user.values.name}
        </Subtitle1>
        <Button
          appearance="subtle"
          aria-label={t('shell:controls.close')}
          icon={<Dismiss16Regular />}
          onClick={() => navigate({ area: 'users' })}
        />
      </div>
      <div className={styles.line}>
        <Text className={styles.note}>{t(`roles:kinds.${user.kind}`)}</Text>
        <UserStateBadge
          isActive={user.values.isActive}
          isLocked={Boolean(user.lockout && user.lockout.lockedUntil !== null)}
        />
        <FurtherLinks id={user.id} />
      </div>
      {onEdit && <UserActions user={user} onEdit={onEdit} />}
    </>
  );
};

const FurtherLinks = ({ id }: { id: string }) => {
  const { t } = useTranslation(['users', 'roles']);
  const mayCheck = useMay('roles.view');
  const mayAudit = useMay('audit.view');
  const place = formatAuditPlace({ number: null, userId: id });
  return (
    <>
      {mayCheck && <Link href={linkTo({ tab: 'check', id })}>{t('roles:tabs.check')}</Link>}
      {mayAudit && <Link href={formatRoute({ area: 'audit', id: place })}>{t('links.audit')}</Link>}
    </>
  );
};

const UserActions = ({ user, onEdit }: { user: UserDetails; onEdit: () => void }) => {
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
  const close = () => setAsked(null);
  return (
    <>
      <Toolbar size="small" className={styles.commands} aria-label={t('commands.ofUser')}>
        {mayEditUsers && mayViewRoles && (
          <ToolbarButton icon={<Edit16Regular />} disabledFocusable={noChange !== undefined} onClick={onEdit}>
            {t('commands.edit')}
          </ToolbarButton>
        )}
        {mayEditUsers && user.kind === 'localUser' && (
          <ToolbarButton
            icon={<Password16Regular />}
            disabledFocusable={noChange !== undefined}
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
      {[...new Set([noChange, noDeletion])].map(
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
