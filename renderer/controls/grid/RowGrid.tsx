import { mergeClasses } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { onGridKey } from './gridKeys.ts';
import { GridRow, type RowState } from './GridRow.tsx';
import { type GridActions, rowActions } from './rowActions.ts';
import { useRowCursor } from './useRowCursor.ts';
import { rowHeadHeight, useRowGridStyles } from './rowGridStyles.ts';

export type RowGridProps<Row> = GridActions & {
  label: string;
  total: number;
  /** In px. */
  rowHeight: number;
  /** Undefined while the row is on the way. */
  rowAt: (index: number) => Row | undefined;
  isSelected: (id: string) => boolean;
  openId: string | null;
  /** Tells which rows are on screen, so that their pages are loaded. */
  onVisible: (first: number, last: number) => void;
  /** Lays out the cells: a CSS grid whose first column holds the box that selects the row. */
  rowClassName: string;
  /** The tracks of that grid, where somebody chooses the columns. */
  columns?: string;
  renderCells: (row: Row, state: RowState) => ReactNode;
  /** The head of each column; they stay in sight. */
  heads?: ReactNode;
};

/** Row numbers with `index` among them, in rising order. */
const withRow = (index: number, shown: readonly number[]): number[] =>
  [...new Set([...shown, index])].sort((one, other) => one - other);

/** A list of any length as a keyboard grid; only the rows on screen exist. */
export const RowGrid = <Row extends { id: string }>(props: RowGridProps<Row>) => {
  const { label, total, rowHeight, rowAt, isSelected, openId, onVisible, columns, rowClassName, heads } =
    props;
  const styles = useRowGridStyles();
  const scrolled = useRef<HTMLDivElement>(null);
  const cursor = useRowCursor(total);
  const id = useId();
  const rowId = (index: number): string => `${id}-${index}`;
  const headHeight = heads ? rowHeadHeight : 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scrolled.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    /** The active row stays, however far the list is scrolled: the grid names it to a screen reader. */
    rangeExtractor: (range) => withRow(cursor.active, defaultRangeExtractor(range)),
  });
  const grid = { ...props, idAt: (index: number) => rowAt(index)?.id };
  const rows = rowActions(grid, cursor, (index) => virtual.scrollToIndex(index));
  const actions = useRef(rows);
  useEffect(() => {
    actions.current = rows;
  });
  const { startIndex: first, endIndex: last } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => onVisible(first, last), [first, last, onVisible]);

  return (
    <div
      ref={scrolled}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={label}
      aria-multiselectable
      aria-rowcount={total + (heads ? 1 : 0)}
      aria-activedescendant={rowId(cursor.active)}
      onKeyDown={(event) => onGridKey({ grid, cursor, rows }, event)}
    >
      <div className={styles.content}>
        {heads && (
          <div role="rowgroup" className={styles.heads}>
            <div
              role="row"
              aria-rowindex={1}
              className={mergeClasses(styles.head, rowClassName)}
              style={{ gridTemplateColumns: columns }}
            >
              {heads}
            </div>
          </div>
        )}
        <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <GridRow
                key={index}
                id={rowId(index)}
                row={row}
                index={index}
                ariaIndex={index + (heads ? 2 : 1)}
                top={start - headHeight}
                height={rowHeight}
                isSelected={row !== undefined && isSelected(row.id)}
                isActive={index === cursor.active}
                isOpen={row?.id === openId}
                className={rowClassName}
                columns={columns}
                renderCells={props.renderCells}
                actions={actions}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};
