import type { KeyboardEvent, MouseEvent } from 'react';
import { messageRowHeight } from './messageRowStyles.ts';
import { movedTo, nothingSelected } from './messageSelection.ts';
import type { RowCursor } from './useRowCursor.ts';
import type { Grid, RowActions } from './rowActions.ts';

type GridParts = { grid: Grid; cursor: RowCursor; rows: RowActions };

const plainKeys = ({ grid, cursor, rows }: GridParts): Partial<Record<string, () => void>> => ({
  ' ': () => rows.toggle(cursor.active),
  Enter: () => rows.open(cursor.active),
  Delete: () => rows.remove(cursor.active),
  Escape: () => grid.onSelect(nothingSelected),
});

const actionOf = (parts: GridParts, event: KeyboardEvent): (() => void) | undefined => {
  const { grid, cursor, rows } = parts;
  const rowsOnScreen = Math.floor(event.currentTarget.clientHeight / messageRowHeight);
  const target = movedTo(event.key, cursor.active, grid.total, rowsOnScreen);
  if (target !== null) return () => (event.shiftKey ? rows.selectRangeTo(target) : rows.moveTo(target));
  if (!event.ctrlKey && !event.metaKey) return plainKeys(parts)[event.key];
  return event.key.toLowerCase() === 'a' ? grid.onSelectAll : undefined;
};

/**
 * What keys do in the list: arrows, Page, Home and End move; with Shift they select the range; Space selects one,
 * Ctrl+A all; Enter opens, Delete deletes, Escape clears the selection (WAI-ARIA grid pattern).
 */
export const onGridKey = (parts: GridParts, event: KeyboardEvent): void => {
  const action = actionOf(parts, event);
  if (!action) return;
  event.preventDefault();
  action();
};

/** What a click on a row does: it opens; with Shift it selects the range, with Ctrl the one row. */
export const onRowClick = (rows: RowActions, index: number, event: MouseEvent): void => {
  if (event.shiftKey) return rows.selectRangeTo(index);
  if (event.ctrlKey || event.metaKey) return rows.toggle(index);
  rows.moveTo(index);
  rows.open(index);
};
