import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditSummary } from '../../../electron/contract/audit/entry.ts';
import { RowGrid } from '../../controls/grid/RowGrid.tsx';
import { NearTime } from '../../controls/NearTime.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { resultTone } from './resultTone.ts';
import { useAuditTexts } from './useAuditTexts.ts';
import { useSubjectText } from './useSubjectText.ts';

const rowHeight = 36;
/** So many rows before the last one that is loaded, the next page is fetched. */
const rowsAhead = 50;
const columns = '205px minmax(110px, 1.4fr) minmax(120px, 1.6fr) minmax(100px, 1.4fr) minmax(130px, 2fr)';
/** Beside an open entry, which tells its time to the second, results are still read whole. */
const columnsBeside = '145px minmax(95px, 1.1fr) minmax(80px, 1fr) minmax(85px, 1.1fr) minmax(150px, 1.6fr)';

const useStyles = makeStyles({
  row: { columnGap: tokens.spacingHorizontalM, paddingInline: tokens.spacingHorizontalS },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  result: { display: 'flex' },
});

type AuditGridProps = {
  entries: readonly AuditSummary[];
  /** True while there are older ones. */
  hasMore: boolean;
  onMore: () => void;
  openNumber: number | null;
  onOpen: (number: number) => void;
};

const nothing = (): void => undefined;

/** Entries as a keyboard grid; older ones are fetched as the end comes into sight. */
export const AuditGrid = ({ entries, hasMore, onMore, openNumber, onOpen }: AuditGridProps) => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const rows = useMemo(() => entries.map((entry) => ({ ...entry, id: String(entry.number) })), [entries]);
  const more = useRef(nothing);
  useEffect(() => {
    more.current = hasMore ? onMore : nothing;
  });
  const loaded = rows.length;
  const onVisible = useCallback(
    (_first: number, last: number) => {
      if (last + rowsAhead >= loaded) more.current();
    },
    [loaded],
  );
  const isBeside = openNumber !== null;
  const open = (id: string) => onOpen(Number(id));
  return (
    <RowGrid
      label={t('list.label')}
      total={loaded + (hasMore ? 1 : 0)}
      rowHeight={rowHeight}
      rowAt={(index) => rows[index]}
      isSelected={() => false}
      openId={isBeside ? String(openNumber) : null}
      onVisible={onVisible}
      columns={isBeside ? columnsBeside : columns}
      rowClassName={styles.row}
      heads={(['at', 'user', 'operation', 'subject', 'result'] as const).map((column) => (
        <div key={column} role="columnheader" className={styles.cell}>
          {t(`columns.${column}`)}
        </div>
      ))}
      renderCells={(entry) => <Cells entry={entry} isBeside={isBeside} />}
      onToggle={open}
      onSelectRange={nothing}
      onSelectAll={nothing}
      onSelectNone={nothing}
      onOpen={open}
      onDelete={nothing}
    />
  );
};

const Cells = ({ entry, isBeside }: { entry: AuditSummary; isBeside: boolean }) => {
  const { t } = useTranslation('audit');
  const { cell, result: resultCell } = useStyles();
  const language = useLanguage();
  const { operationText, resultText } = useAuditTexts();
  const subjectText = useSubjectText();
  const { at, user, operation, result } = entry;
  return (
    <>
      <div role="gridcell" className={cell}>
        {isBeside ? <NearTime moment={at} focusable={false} /> : exactTime(at, language)}
      </div>
      <div role="gridcell" className={cell}>
        {user || t('list.nobody')}
      </div>
      <div role="gridcell" className={cell}>
        {operationText(operation)}
      </div>
      <div role="gridcell" className={cell}>
        {subjectText(entry)}
      </div>
      <div role="gridcell" className={mergeClasses(cell, resultCell)}>
        <StateBadge tone={resultTone(result)}>{resultText(result)}</StateBadge>
      </div>
    </>
  );
};
