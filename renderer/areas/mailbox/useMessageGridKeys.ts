import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { MessageSummary } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { messageRowHeight } from './messageRowStyles.ts';
import {
  extended,
  indexesBetween,
  movedTo,
  nothingSelected,
  type Selection,
  toggled,
} from './messageSelection.ts';

export type GridActions = {
  onSelect: (selection: Selection) => void;
  onSelectAll: () => void;
  onOpen: (id: string) => void;
  /** Delete was pressed: the selection, or the active message when nothing is selected. */
  onDelete: (ids: readonly string[]) => void;
};

type Grid = GridActions & {
  total: number;
  selection: Selection;
  messageAt: (index: number) => MessageSummary | undefined;
};

/**
 * What keys and clicks do in the list: arrows, Page, Home and End move; with Shift they select the range; Space
 * selects one, Ctrl+A all; Enter opens, Delete deletes, Escape clears the selection.
 */
export const useMessageGridKeys = (grid: Grid, scrollTo: (index: number) => void) => {
  const [wanted, setActive] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const active = Math.max(0, Math.min(wanted, grid.total - 1));

  const idAt = (index: number): string | undefined => grid.messageAt(index)?.id;

  const moveTo = (index: number): void => {
    setActive(index);
    setAnchor(index);
    scrollTo(index);
  };

  const selectRangeTo = (index: number): void => {
    const ids = indexesBetween(anchor, index).flatMap((row) => idAt(row) ?? []);
    grid.onSelect(extended(nothingSelected, ids));
    setActive(index);
    scrollTo(index);
  };

  const toggle = (index: number): void => {
    const id = idAt(index);
    if (id !== undefined) grid.onSelect(toggled(grid.selection, id));
    moveTo(index);
  };

  const open = (index: number): void => {
    const id = idAt(index);
    if (id !== undefined) grid.onOpen(id);
  };

  const remove = (): void => {
    const alone = idAt(active);
    grid.onDelete(grid.selection.size > 0 ? [...grid.selection] : alone === undefined ? [] : [alone]);
  };

  const actions: Partial<Record<string, () => void>> = {
    ' ': () => toggle(active),
    Enter: () => open(active),
    Delete: remove,
    Escape: () => grid.onSelect(nothingSelected),
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const withControl = event.ctrlKey || event.metaKey;
    const rowsOnScreen = Math.floor(event.currentTarget.clientHeight / messageRowHeight);
    const target = movedTo(event.key, active, grid.total, rowsOnScreen);
    const action =
      target !== null
        ? () => (event.shiftKey ? selectRangeTo(target) : moveTo(target))
        : withControl && event.key.toLowerCase() === 'a'
          ? grid.onSelectAll
          : withControl
            ? undefined
            : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  const onRowClick = (index: number, event: MouseEvent): void => {
    if (event.shiftKey) selectRangeTo(index);
    else if (event.ctrlKey || event.metaKey) toggle(index);
    else {
      moveTo(index);
      open(index);
    }
  };

  return { active, onKeyDown, onRowClick, onRowToggle: toggle };
};
