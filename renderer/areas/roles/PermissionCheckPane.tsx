import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PermissionCheck, TakenAway } from '../../../electron/contract/users/permissionCheck.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { MembershipState } from '../users/directory/MembershipState.tsx';
import { CheckedPermissions } from './CheckedPermissions.tsx';
import { usePermissionCheck } from './rolesQueries.ts';
import { TakenAwaySelect } from './TakenAwaySelect.tsx';

const useStyles = makeStyles({ kind: { color: tokens.colorNeutralForeground2 } });

/** Every right of one user or group, why it is held, and what would be left without a role or a group. */
export const PermissionCheckPane = ({ userId }: { userId: string }) => {
  const { t } = useTranslation(['roles', 'shell']);
  const styles = useStyles();
  const [without, setWithout] = useState<TakenAway | null>(null);
  const { data, error, isAsking } = usePermissionCheck(userId, without);
  if (!data) return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  const { user, permissions, membership } = data;
  const lost = permissions.filter(({ isLost }) => isLost).length;
  return (
    <>
      <div>
        <Subtitle1 as="h2">{user.name}</Subtitle1>
        <Text block className={styles.kind}>
          {[user.displayName, t(`kinds.${user.kind}`)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {!user.isActive && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('check.inactive')}</MessageBarBody>
        </MessageBar>
      )}
      {permissions.every(({ places }) => places.length === 0) && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t('check.noRight')}</MessageBarBody>
        </MessageBar>
      )}
      {membership && <MembershipState membership={membership} />}
      <div role="status">
        <PathState permissions={permissions} isAsking={isAsking} />
      </div>
      <TakenAwaySelect permissions={permissions} value={without} onChange={setWithout} />
      <div role="status">
        {without && (
          <MessageBar intent={lost > 0 ? 'warning' : 'success'} layout="multiline">
            <MessageBarBody>{t('check.lostCount', { count: lost })}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <CheckedPermissions user={user} permissions={permissions} isAsking={isAsking} />
    </>
  );
};

/** Whether the directory says through which groups rights are inherited. */
const PathState = ({
  permissions,
  isAsking,
}: Pick<PermissionCheck, 'permissions'> & { isAsking: boolean }) => {
  const { t } = useTranslation('roles');
  const isKnown = permissions.every(({ reasons, withheld }) =>
    [...reasons, ...withheld].every(({ isPathKnown }) => isPathKnown),
  );
  if (isKnown) return null;
  if (isAsking) return <Spinner size="tiny" labelPosition="after" label={t('check.askingPath')} />;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{t('check.pathUnknown')}</MessageBarBody>
    </MessageBar>
  );
};
