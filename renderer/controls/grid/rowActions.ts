import type { RowCursor } from './useRowCursor.ts';

/** What a list does when somebody asks it of its rows. */
export type GridActions = {
  /** One row more is selected, or one less. */
  onToggle: (id: string) => void;
  /** The rows from `first` to `last` are selected and no others; some of them may not be loaded yet. */
  onSelectRange: (first: number, last: number) => void;
  onSelectAll: () => void;
  onSelectNone: () => void;
  onOpen: (id: string) => void;
  /** Delete was pressed on this row. */
  onDelete: (id: string) => void;
};

export type Grid = GridActions & {
  total: number;
  /** In px. */
  rowHeight: number;
  /** Undefined while the row is on the way. */
  idAt: (index: number) => string | undefined;
};

/** What can be done with a row of a list, whether by key or by click. A row that is still loading is only moved to. */
export const rowActions = (grid: Grid, cursor: RowCursor, scrollTo: (index: number) => void) => {
  const act = (index: number, action: (id: string) => void): void => {
    const id = grid.idAt(index);
    if (id !== undefined) action(id);
  };
  const moveTo = (index: number): void => {
    cursor.moveTo(index);
    scrollTo(index);
  };
  return {
    moveTo,
    selectRangeTo: (index: number): void => {
      grid.onSelectRange(Math.min(cursor.anchor, index), Math.max(cursor.anchor, index));
      cursor.extendTo(index);
      scrollTo(index);
    },
    toggle: (index: number): void => {
      act(index, grid.onToggle);
      moveTo(index);
    },
    open: (index: number): void => act(index, grid.onOpen),
    remove: (index: number): void => act(index, grid.onDelete),
  };
};

export type RowActions = ReturnType<typeof rowActions>;
