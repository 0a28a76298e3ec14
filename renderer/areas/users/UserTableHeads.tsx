import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSortDown16Regular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUp16Regular } from '@fluentui/react-icons/svg/arrow-sort-up';
import { useTranslation } from 'react-i18next';
import { sortOf, type UserColumn } from './userColumns.ts';
import type { UserList } from './useUserList.ts';

const useStyles = makeStyles({
  box: { display: 'flex', justifyContent: 'center' },
  head: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  sort: {
    ...{ display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS, maxWidth: '100%' },
    ...{ padding: 0, border: 'none', backgroundColor: 'transparent', color: 'inherit', cursor: 'pointer' },
    ...{ fontFamily: 'inherit', fontSize: 'inherit', fontWeight: 'inherit' },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

type UserTableHeadsProps = { list: UserList; columns: readonly UserColumn[] };

/** The heads of the table: the box for everybody, and each column; those that sort are buttons. */
export const UserTableHeads = ({ list, columns }: UserTableHeadsProps) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const { count, selectAll, selectNone } = list.selected;
  const isEverybody = list.selected.selection.kind === 'everybody';
  return (
    <>
      <div role="columnheader" className={styles.box}>
        <Checkbox
          aria-label={t('selection.all')}
          checked={isEverybody || (count > 0 && 'mixed')}
          onChange={isEverybody ? selectNone : selectAll}
        />
      </div>
      {(['name', ...columns] as const).map((column) => (
        <Head key={column} column={column} list={list} />
      ))}
    </>
  );
};

const Head = ({ column, list }: { column: UserColumn | 'name'; list: UserList }) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  const { sort, setSort } = list;
  const sorted = sortOf(column);
  const text = t(`columns.${column}`);
  if (!sorted)
    return (
      <div role="columnheader" className={styles.head}>
        {text}
      </div>
    );
  const isSorted = sort.column === sorted;
  const direction = sort.descending ? 'descending' : 'ascending';
  const Arrow = sort.descending ? ArrowSortDown16Regular : ArrowSortUp16Regular;
  return (
    <div role="columnheader" className={styles.head} aria-sort={isSorted ? direction : 'none'}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => setSort({ column: sorted, descending: isSorted && !sort.descending })}
      >
        {text}
        {isSorted && <Arrow aria-hidden="true" />}
      </button>
    </div>
  );
};
