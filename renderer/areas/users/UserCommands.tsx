import { makeStyles, Toolbar, ToolbarButton } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { LockOpen20Regular } from '@fluentui/react-icons/svg/lock-open';
import { PersonAvailable20Regular } from '@fluentui/react-icons/svg/person-available';
import { PersonProhibited20Regular } from '@fluentui/react-icons/svg/person-prohibited';
import { ShieldAdd20Regular } from '@fluentui/react-icons/svg/shield-add';
import { ShieldDismiss20Regular } from '@fluentui/react-icons/svg/shield-dismiss';
import { useTranslation } from 'react-i18next';
import { type BulkKind, useBulkKinds } from './bulkKinds.ts';
import type { UserList } from './useUserList.ts';

const useStyles = makeStyles({ commands: { padding: 0, flexWrap: 'wrap' } });

const icons: Record<BulkKind, typeof Delete20Regular> = {
  activate: PersonAvailable20Regular,
  deactivate: PersonProhibited20Regular,
  unlock: LockOpen20Regular,
  addRole: ShieldAdd20Regular,
  removeRole: ShieldDismiss20Regular,
  delete: Delete20Regular,
};

type UserCommandsProps = {
  list: UserList;
  onBulk: (kind: BulkKind) => void;
};

/** What can be done with the selected users. */
export const UserCommands = ({ list, onBulk }: UserCommandsProps) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const kinds = useBulkKinds();
  return (
    <Toolbar size="small" className={styles.commands} aria-label={t('commands.label')}>
      {kinds.map((kind) => {
        const Icon = icons[kind];
        return (
          <ToolbarButton
            key={kind}
            icon={<Icon />}
            disabled={list.selected.count === 0}
            onClick={() => onBulk(kind)}
          >
            {t(`bulk.commands.${kind}`)}
          </ToolbarButton>
        );
      })}
    </Toolbar>
  );
};
