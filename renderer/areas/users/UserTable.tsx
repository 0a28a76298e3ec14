import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserSummary } from '../../../electron/contract/users/user.ts';
import { RowGrid } from '../../controls/grid/RowGrid.tsx';
import { SelectCell } from '../../controls/grid/SelectCell.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { nearTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useRoleNames } from './useRoleNames.ts';
import { tracksOf, type UserColumn } from './userColumns.ts';
import { UserKindLabel } from './UserKindLabel.tsx';
import { UserTableHeads } from './UserTableHeads.tsx';
import { UserStateBadge } from './UserStateBadge.tsx';
import type { UserList } from './useUserList.ts';

/** In px. */
const rowHeight = 36;

const useStyles = makeStyles({
  row: { columnGap: tokens.spacingHorizontalS, paddingInlineEnd: tokens.spacingHorizontalS },
  cell: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  badge: { display: 'flex' },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** They have an icon before their words. */
const badges: readonly UserColumn[] = ['kind', 'state'];

type UserTableProps = {
  list: UserList;
  columns: readonly UserColumn[];
  openId: string | null;
  onDelete: (id: string) => void;
};

/** The users, however many: only the rows on screen exist, and only their pages are loaded. */
export const UserTable = ({ list, columns, openId, onDelete }: UserTableProps) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const textOf = useCellTexts();
  return (
    <RowGrid
      key={JSON.stringify(list.asked)}
      label={t('title')}
      total={list.total}
      rowHeight={rowHeight}
      rowAt={list.userAt}
      openId={openId}
      isSelected={list.selected.isSelected}
      onVisible={list.onVisible}
      onToggle={list.selected.toggle}
      onSelectRange={list.selected.selectRange}
      onSelectAll={list.selected.selectAll}
      onSelectNone={list.selected.selectNone}
      onOpen={(id) => navigate({ area: 'users', id })}
      onDelete={onDelete}
      columns={tracksOf(columns)}
      rowClassName={styles.row}
      heads={<UserTableHeads list={list} columns={columns} />}
      renderCells={(user, state) => (
        <>
          <SelectCell {...state} />
          <div role="gridcell" className={mergeClasses(styles.cell, styles.name)}>
            {user.name}
          </div>
          {columns.map((column) => (
            <div
              key={column}
              role="gridcell"
              className={mergeClasses(styles.cell, badges.includes(column) && styles.badge)}
            >
              {textOf[column](user)}
            </div>
          ))}
        </>
      )}
    />
  );
};

const useCellTexts = (): Record<UserColumn, (user: UserSummary) => ReactNode> => {
  const { t } = useTranslation('users');
  const language = useLanguage();
  const nameOf = useRoleNames();
  return {
    displayName: ({ displayName }) => displayName,
    mail: ({ mail }) => mail,
    kind: ({ kind }) => <UserKindLabel kind={kind} />,
    state: ({ isActive, lockedUntil, directory }) => (
      <UserStateBadge isActive={isActive} isLocked={lockedUntil !== null} directory={directory} />
    ),
    roles: ({ roleIds, inheritedRoleIds }) =>
      [
        ...roleIds.map(nameOf),
        ...inheritedRoleIds
          .filter((id) => !roleIds.includes(id))
          .map((id) => t('grants.byGroup', { role: nameOf(id) })),
      ].join(', '),
    lastSignInAt: ({ lastSignInAt }) =>
      lastSignInAt === null ? t('never') : nearTime(lastSignInAt, Date.now(), language),
  };
};
