import {
  makeStyles,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ColumnTriple20Regular } from '@fluentui/react-icons/svg/column-triple';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { LockOpen20Regular } from '@fluentui/react-icons/svg/lock-open';
import { PersonAvailable20Regular } from '@fluentui/react-icons/svg/person-available';
import { PersonProhibited20Regular } from '@fluentui/react-icons/svg/person-prohibited';
import { ShieldAdd20Regular } from '@fluentui/react-icons/svg/shield-add';
import { ShieldDismiss20Regular } from '@fluentui/react-icons/svg/shield-dismiss';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useFileDownload } from '../../controls/useFileDownload.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { type BulkKind, useBulkKinds } from './bulkKinds.ts';
import { userColumns } from './userColumns.ts';
import type { UserList } from './useUserList.ts';
import type { useShownColumns } from './useShownColumns.ts';

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
  columns: ReturnType<typeof useShownColumns>;
  onBulk: (kind: BulkKind) => void;
};

/** What can be done with the selected users, and with the list. */
export const UserCommands = ({ list, columns, onBulk }: UserCommandsProps) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const kinds = useBulkKinds();
  const { users } = useClient();
  const exporting = useFileDownload(() => users.exportUsers({ ...list.asked, sort: list.sort }));
  return (
    <>
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
        {kinds.length > 0 && <ToolbarDivider />}
        <ToolbarButton
          icon={<ArrowDownload20Regular />}
          disabled={list.total === 0 || exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {t('commands.export')}
        </ToolbarButton>
        <ColumnsMenu columns={columns} />
      </Toolbar>
      <FailureBar error={exporting.error} />
    </>
  );
};

const ColumnsMenu = ({ columns }: Pick<UserCommandsProps, 'columns'>) => {
  const { t } = useTranslation('users');
  const { shown, flip } = columns;
  return (
    <Menu checkedValues={{ columns: [...shown] }}>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<ColumnTriple20Regular />}>{t('commands.columns')}</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {userColumns.map((column) => (
            <MenuItemCheckbox key={column} name="columns" value={column} onClick={() => flip(column)}>
              {t(`columns.${column}`)}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
