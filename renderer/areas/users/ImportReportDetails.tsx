import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ImportFault, ImportReport, ImportRow } from '../../../electron/contract/users/userImport.ts';

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

/** More of them help nobody: what is wrong with many rows, or right, is so for one reason. */
const mostShown = 200;

/** What would come of the file: how many rows of each sort, then row by row, or what is wrong with which. */
export const ImportReportDetails = ({ report: { rows, faults } }: { report: ImportReport }) => {
  const { t } = useTranslation(['users', 'fieldErrors']);
  const counts = verdicts
    .map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  const nameOf = (line: number) => rows.find((row) => row.line === line)?.name ?? '';
  return (
    <>
      <div role="status">
        <Text block weight="semibold">
          {counts.map(({ verdict, count }) => t(`import.verdicts.${verdict}`, { count })).join(' ')}
        </Text>
        {faults.length > 0 && <Text block>{t('import.faulty', { count: faults.length })}</Text>}
      </div>
      {faults.length > 0 ? (
        <RowTable
          label={t('import.faults')}
          columns={['line', 'name', 'column', 'fault']}
          rows={faults}
          cellsOf={({ line, column, code, parameters }: ImportFault) => [
            String(line),
            nameOf(line),
            column ?? '',
            t(`fieldErrors:codes.${code}`, parameters),
          ]}
        />
      ) : (
        <RowTable
          label={t('import.rows')}
          columns={['line', 'name', 'verdict']}
          rows={rows}
          cellsOf={({ line, name, verdict }: ImportRow) => [
            String(line),
            name,
            t(`import.verdictOfRow.${verdict}`),
          ]}
        />
      )}
    </>
  );
};

type RowTableProps<Row> = {
  label: string;
  columns: readonly ('line' | 'name' | 'column' | 'fault' | 'verdict')[];
  rows: readonly Row[];
  cellsOf: (row: Row) => readonly string[];
};

const RowTable = <Row,>({ label, columns, rows, cellsOf }: RowTableProps<Row>) => {
  const { t } = useTranslation('users');
  const styles = useStyles();
  return (
    <>
      <div className={styles.frame} tabIndex={0} role="group" aria-label={label}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                  {t(`import.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostShown).map((row) => {
              const cells = cellsOf(row);
              return (
                <tr key={cells.join(' ')}>
                  {cells.map((cell, column) => (
                    <td key={columns[column]} className={styles.cell}>
                      {cell}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length > mostShown && <Text block>{t('import.first', { count: mostShown })}</Text>}
    </>
  );
};
