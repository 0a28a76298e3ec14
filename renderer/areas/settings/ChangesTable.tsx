import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { ChangeRows } from './ChangeRows.tsx';
import { groupChanges } from './changeGroups.ts';
import { useChangesStyles } from './changesStyles.ts';
import { useProfileNames } from './useProfileNames.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed' },
  head: { fontWeight: tokens.fontWeightSemibold },
});

type ChangesTableProps = {
  changes: readonly Change[];
  /** How many more there are that the person may not see. */
  hidden?: number;
  /** What the columns of the two values are called, when not `Before` and `After`. */
  before?: string;
  after?: string;
};

/** Every setting that differs, by its label and under its profile; a secret says only that it changed. */
export const ChangesTable = ({ changes, hidden = 0, before, after }: ChangesTableProps) => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const { cell } = useChangesStyles();
  const names = useProfileNames(changes);
  const hiddenText = hidden > 0 && <p>{t('history.hiddenCount', { count: hidden })}</p>;
  if (changes.length === 0) return hiddenText || <p>{t('history.noChange')}</p>;
  const columns = [
    t('history.column.setting'),
    before ?? t('history.column.before'),
    after ?? t('history.column.after'),
  ];
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(cell, styles.head)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {groupChanges(changes).map((group) => (
          <ChangeRows key={group.profile} group={group} names={names} />
        ))}
      </table>
      {hiddenText}
    </>
  );
};
