import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BulkSubject, mostSubjects } from '../../../electron/contract/users/bulk.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { type BulkKind, useBulkKinds } from './bulkKinds.ts';
import { NoUsers } from './NoUsers.tsx';
import { UserCommands } from './UserCommands.tsx';
import { UserFilters } from './UserFilters.tsx';
import { UserTable } from './UserTable.tsx';
import { subjectOf } from './userSelection.ts';
import type { UserColumn } from './userColumns.ts';
import type { UserList } from './useUserList.ts';
import { useWhoText } from './useWhoText.ts';

const useStyles = makeStyles({ summary: { color: tokens.colorNeutralForeground2 } });

type Bulk = { kind: BulkKind; subject: BulkSubject };

type UserListPaneProps = { list: UserList; columns: readonly UserColumn[]; openId: string | null };

/** Commands, filters and the users; or what to do first when there are none. */
export const UserListPane = ({ list, columns, openId }: UserListPaneProps) => {
  const { t } = useTranslation('users');
  const mayDelete = useBulkKinds().includes('delete');
  const [bulk, setBulk] = useState<Bulk | null>(null);
  const { selected } = list;
  const begin = (kind: BulkKind) => setBulk({ kind, subject: subjectOf(selected.selection) });
  const remove = (id: string) => {
    if (!mayDelete) return;
    if (selected.count > 0) begin('delete');
    else setBulk({ kind: 'delete', subject: { ids: [id] } });
  };
  return (
    <>
      <UserCommands list={list} onBulk={begin} />
      <UserFilters list={list} />
      <Summary list={list} />
      <FailureBar error={list.error} />
      {!list.front && !list.error && <Spinner label={t('shell:loading')} />}
      {list.front && list.total === 0 && <NoUsers filter={list.front.filter} />}
      {list.total > 0 && <UserTable list={list} columns={columns} openId={openId} onDelete={remove} />}
      {bulk && (
        <BulkDialog
          {...bulk}
          onDone={() => bulk.kind === 'delete' && selected.selectNone()}
          onClose={() => setBulk(null)}
        />
      )}
    </>
  );
};

/** How many there are, or how many are selected. */
const Summary = ({ list }: { list: UserList }) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const whoText = useWhoText();
  const { count, isTooLong, selection } = list.selected;
  const isEverybody = selection.kind === 'everybody';
  return (
    <Text size={200} className={styles.summary} role="status">
      {isTooLong && `${t('selection.tooLong', { limit: mostSubjects })} `}
      {count === 0 && list.total > 0 && whoText({ users: list.total - list.groups, groups: list.groups })}
      {count > 0 && t(isEverybody ? 'selection.everybody' : 'selection.some', { count })}
    </Text>
  );
};
