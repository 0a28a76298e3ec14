import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageSummary } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { MessageRow } from './MessageRow.tsx';
import { messageRowHeight, useMessageRowStyles } from './messageRowStyles.ts';
import type { Selection } from './messageSelection.ts';
import { onGridKey, onRowClick } from './messageGridKeys.ts';
import { type GridActions, rowActions } from './rowActions.ts';
import { useRowCursor } from './useRowCursor.ts';

const useStyles = makeStyles({
  grid: {
    flexGrow: 1,
    minHeight: '120px',
    overflowY: 'auto',
    outlineStyle: 'none',
    '@media (max-height: 480px)': { maxHeight: '240px' },
    ':focus-visible [data-active=true]': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  rows: { position: 'relative' },
});

type Props = GridActions & {
  total: number;
  messageAt: (index: number) => MessageSummary | undefined;
  formatReceived: (isoTime: string) => string;
  openId: string | null;
  selection: Selection;
  /** Tells which rows are on screen, so that their pages are loaded. */
  onVisible: (first: number, last: number) => void;
};

/** Row numbers with `index` among them, in rising order. */
const withRow = (index: number, shown: readonly number[]): number[] =>
  [...new Set([...shown, index])].sort((one, other) => one - other);

const rowId = (index: number): string => `message-row-${index}`;

/** The list of messages as a keyboard grid; only the rows on screen exist. */
export const MessageGrid = (props: Props) => {
  const { total, messageAt, openId, selection, onVisible, formatReceived } = props;
  const { t } = useTranslation('mailbox');
  const styles = { ...useStyles(), ...useMessageRowStyles() };
  const scrolled = useRef<HTMLDivElement>(null);
  const cursor = useRowCursor(total);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scrolled.current,
    estimateSize: () => messageRowHeight,
    overscan: 8,
    /** The active row stays, however far the list is scrolled: the grid names it to a screen reader. */
    rangeExtractor: (range) => withRow(cursor.active, defaultRangeExtractor(range)),
  });
  const actions = rowActions(props, cursor, (index) => virtual.scrollToIndex(index));
  const rows = virtual.getVirtualItems();
  const { startIndex: first, endIndex: last } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => onVisible(first, last), [first, last, onVisible]);

  return (
    <div
      ref={scrolled}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={t('list.label')}
      aria-multiselectable
      aria-rowcount={total}
      aria-activedescendant={rowId(cursor.active)}
      onKeyDown={(event) => onGridKey({ grid: props, cursor, rows: actions }, event)}
    >
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const message = messageAt(index);
          return (
            <div
              key={index}
              id={rowId(index)}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={message !== undefined && selection.has(message.id)}
              data-active={index === cursor.active}
              className={mergeClasses(styles.row, message?.id === openId && styles.open)}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event: MouseEvent) => onRowClick(actions, index, event)}
            >
              {message ? (
                <MessageRow
                  message={message}
                  received={formatReceived(message.receivedAt)}
                  isSelected={selection.has(message.id)}
                  onToggle={() => actions.toggle(index)}
                />
              ) : (
                <div role="gridcell" className={styles.loading}>
                  {t('list.loading')}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
