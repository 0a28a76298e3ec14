import type { MessageSummary } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { extended, indexesBetween, nothingSelected, type Selection, toggled } from './messageSelection.ts';
import type { RowCursor } from './useRowCursor.ts';

export type GridActions = {
  onSelect: (selection: Selection) => void;
  onSelectAll: () => void;
  onOpen: (id: string) => void;
  /** Delete was pressed: the selection, or the active message when nothing is selected. */
  onDelete: (ids: readonly string[]) => void;
};

export type Grid = GridActions & {
  total: number;
  selection: Selection;
  messageAt: (index: number) => MessageSummary | undefined;
};

/** What can be done with a row of the list, whether by key or by click. A row that is still loading has no message. */
export const rowActions = (grid: Grid, cursor: RowCursor, scrollTo: (index: number) => void) => {
  const idsAt = (index: number): string[] => {
    const message = grid.messageAt(index);
    return message ? [message.id] : [];
  };
  const moveTo = (index: number): void => {
    cursor.moveTo(index);
    scrollTo(index);
  };
  return {
    moveTo,
    selectRangeTo: (index: number): void => {
      const ids = indexesBetween(cursor.anchor, index).flatMap(idsAt);
      grid.onSelect(extended(nothingSelected, ids));
      cursor.extendTo(index);
      scrollTo(index);
    },
    toggle: (index: number): void => {
      for (const id of idsAt(index)) grid.onSelect(toggled(grid.selection, id));
      moveTo(index);
    },
    open: (index: number): void => idsAt(index).forEach((id) => grid.onOpen(id)),
    remove: (index: number): void =>
      grid.onDelete(grid.selection.size > 0 ? [...grid.selection] : idsAt(index)),
  };
};

export type RowActions = ReturnType<typeof rowActions>;
