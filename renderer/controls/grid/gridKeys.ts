import type { KeyboardEvent, MouseEvent } from 'react';
import type { Grid, RowActions } from './rowActions.ts';
import type { RowCursor } from './useRowCursor.ts';

type GridParts = { grid: Grid; cursor: RowCursor; rows: RowActions };

/** Row numbers that a key of a grid moves to (WAI-ARIA grid pattern); null for any other key. */
export const movedTo = (key: string, active: number, total: number, rowsOnScreen: number): number | null => {
  const targets: Partial<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + rowsOnScreen,
    PageUp: active - rowsOnScreen,
    Home: 0,
    End: total - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(0, Math.min(total - 1, target));
};

const plainKeys = ({ grid, cursor, rows }: GridParts): Partial<Record<string, () => void>> => ({
  ' ': () => rows.toggle(cursor.active),
  Enter: () => rows.open(cursor.active),
  Delete: () => rows.remove(cursor.active),
  Escape: grid.onSelectNone,
});

const actionOf = (parts: GridParts, event: KeyboardEvent): (() => void) | undefined => {
  const { grid, cursor, rows } = parts;
  const rowsOnScreen = Math.floor(event.currentTarget.clientHeight / grid.rowHeight);
  const target = movedTo(event.key, cursor.active, grid.total, rowsOnScreen);
  if (target !== null) return () => (event.shiftKey ? rows.selectRangeTo(target) : rows.moveTo(target));
  if (!event.ctrlKey && !event.metaKey) return plainKeys(parts)[event.key];
  return event.key.toLowerCase() === 'a' ? grid.onSelectAll : undefined;
};

/**
 * What keys do in a list: arrows, Page, Home and End move; with Shift they select the range; Space selects one,
 * Ctrl+A all; Enter opens, Delete deletes, Escape clears the selection (WAI-ARIA grid pattern). Keys of a button inside
 * the list, such as one that sorts, are its own.
 */
export const onGridKey = (parts: GridParts, event: KeyboardEvent): void => {
  if (event.target !== event.currentTarget) return;
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
