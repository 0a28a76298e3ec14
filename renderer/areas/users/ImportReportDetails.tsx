import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ImportFault, ImportReport } from '../../../electron/contract/users/userImport.ts';

const useStyles = makeStyles({
  frame: { maxHeight: '40vh', overflowY: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%' },
  head: { whiteSpace: 'nowrap' },
  cell: {
    ...{ padding: tokens.spacingHorizontalXS, textAlign: 'start', overflowWrap: 'anywhere' },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

const verdicts = ['add', 'change', 'unchanged', 'refused'] as const;

/** More of them help nobody: what is wrong with many rows is wrong for one reason. */
const mostShown = 200;

/** What would come of the file: how many rows of each sort, and row by row what is wrong. */
export const ImportReportDetails = ({ report }: { report: ImportReport }) => {
  const { t } = useTranslation('users');
  const { rows, faults } = report;
  const counts = verdicts
    .map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  return (
    <div role="status">
      <Text block weight="semibold">
        {counts.map(({ verdict, count }) => t(`import.verdicts.${verdict}`, { count })).join(' ')}
      </Text>
      {faults.length > 0 && <Text block>{t('import.faulty', { count: faults.length })}</Text>}
      {faults.length > 0 && <FaultTable faults={faults.slice(0, mostShown)} rows={rows} />}
    </div>
  );
};

type FaultTableProps = { faults: readonly ImportFault[]; rows: ImportReport['rows'] };

const FaultTable = ({ faults, rows }: FaultTableProps) => {
  const { t } = useTranslation(['users', 'fieldErrors']);
  const styles = useStyles();
  const nameOf = (line: number) => rows.find((row) => row.line === line)?.name ?? '';
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label={t('import.faults')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['line', 'name', 'column', 'fault'] as const).map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {t(`import.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults.map(({ line, column, code, parameters }) => (
            <tr key={`${line} ${column} ${code}`}>
              <td className={styles.cell}>{line}</td>
              <td className={styles.cell}>{nameOf(line)}</td>
              <td className={styles.cell}>{column}</td>
              <td className={styles.cell}>{t(`fieldErrors:codes.${code}`, parameters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
