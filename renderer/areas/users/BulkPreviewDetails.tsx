import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { BulkPreview, LeftOutReason } from '../../../electron/contract/users/bulk.ts';
import type { BulkKind } from './bulkKinds.ts';
import { useRoleNames } from './useRoleNames.ts';
import { useWhoText } from './useWhoText.ts';

const useStyles = makeStyles({
  names: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

const mostNamed = 10;

type NamedUsersProps = { count: number; users: BulkPreview['users'] };

/** The first names of many, and how many more there are. */
const NamedUsers = ({ count, users }: NamedUsersProps) => {
  const { t } = useTranslation(['users', 'roles']);
  const styles = useStyles();
  const names = users
    .slice(0, mostNamed)
    .map(({ name }) => name)
    .filter(Boolean);
  if (names.length === 0) return null;
  const more = count - names.length;
  return (
    <Text block size={200} className={styles.names}>
      {names.join(', ')} {more > 0 && t('roles:users.more', { count: more })}
    </Text>
  );
};

type BulkPreviewDetailsProps = { kind: BulkKind; preview: BulkPreview };

/** Who would be changed or deleted, and who is left out and why. */
export const BulkPreviewDetails = ({ kind, preview }: BulkPreviewDetailsProps) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const textOf = useReasonText();
  const whoText = useWhoText();
  const nameOf = useRoleNames();
  const { count, groups, losing } = preview;
  const who = whoText({ users: count - groups, groups });
  return (
    <div aria-live="polite">
      <Text block weight="semibold">
        {t(kind === 'delete' ? 'bulk.wouldDelete' : 'bulk.changed', { count, who })}
      </Text>
      <NamedUsers count={count} users={preview.users} />
      {(kind === 'delete' || kind === 'deactivate') && groups > 0 && (
        <>
          <Text block weight="semibold">
            {t('bulk.losing', { count: losing.count, roles: losing.roleIds.map(nameOf).join(', ') })}
          </Text>
          <NamedUsers {...losing} />
        </>
      )}
      <ul className={styles.list}>
        {preview.leftOut.map(({ reason, count, users }) => (
          <li key={reason}>
            {t('bulk.leftOut', { count, reason: textOf(reason) })}
            <NamedUsers count={count} users={users} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const useReasonText = (): ((reason: LeftOutReason) => string) => {
  const { t } = useTranslation(['users', 'errors']);
  return (reason) =>
    reason === 'gone' || reason === 'unchanged' ? t(`bulk.reasons.${reason}`) : t(`errors:reasons.${reason}`);
};
