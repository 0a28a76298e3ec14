import { Button, Link, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { formatRoute } from '../../shell/route.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { formatAuditPlace } from '../audit/auditPlace.ts';
import { linkTo } from '../roles/rolesPlace.ts';
import { UserActions } from './UserActions.tsx';
import { UserKindLabel } from './UserKindLabel.tsx';
import { UserStateBadge } from './UserStateBadge.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  kind: { display: 'flex', color: tokens.colorNeutralForeground2 },
});

type UserHeadProps = {
  user: UserDetails;
  /** Null: it is being edited. */
  onEdit: (() => void) | null;
};

/** Whom the pane is about, what can be done with that user, and where to look further. */
export const UserHead = ({ user, onEdit }: UserHeadProps) => {
  const { t } = useTranslation('shell');
  const styles = useStyles();
  return (
    <>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.name}>
          {user.values.name}
        </Subtitle1>
        <Button
          appearance="subtle"
          aria-label={t('controls.close')}
          icon={<Dismiss16Regular />}
          onClick={() => navigate({ area: 'users' })}
        />
      </div>
      <div className={styles.line}>
        <Text className={styles.kind}>
          <UserKindLabel kind={user.kind} />
        </Text>
        <UserStateBadge
          isActive={user.values.isActive}
          isLocked={Boolean(user.lockout && user.lockout.lockedUntil !== null)}
          directory={user.directory}
        />
        <div className={styles.line}>
          <FurtherLinks user={user} />
        </div>
      </div>
      {onEdit && <UserActions user={user} onEdit={onEdit} />}
    </>
  );
};

const FurtherLinks = ({ user: { id, kind } }: { user: UserDetails }) => {
  const { t } = useTranslation(['users', 'roles']);
  const mayCheck = useMay('roles.view');
  /** A group does nothing by itself. */
  const mayAudit = useMay('audit.view') && kind !== 'directoryGroup';
  const place = formatAuditPlace({ number: null, userId: id });
  return (
    <>
      {mayCheck && <Link href={linkTo({ tab: 'check', id })}>{t('roles:tabs.check')}</Link>}
      {mayAudit && <Link href={formatRoute({ area: 'audit', id: place })}>{t('links.audit')}</Link>}
    </>
  );
};
