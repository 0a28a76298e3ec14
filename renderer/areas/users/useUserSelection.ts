import { useState } from 'react';
import { mostSubjects, type UserFilter } from '../../../electron/contract/users/bulk.ts';
import { nothingSelected } from '../../controls/grid/rowSelection.ts';
import { useRowSelection } from '../../controls/grid/useRowSelection.ts';
import { isSelected, selectedCount, selectionIn } from './userSelection.ts';
import { useLoadUsers, type WantedUsers } from './usersQueries.ts';

/** What is selected in the list, and what selects. `shown`: the filter whose `total` users the list shows now. */
export const useUserSelection = (
  wanted: WantedUsers,
  { shown, total }: { shown: UserFilter; total: number },
) => {
  const rows = useRowSelection(useLoadUsers(wanted));
  const [everybody, setEverybody] = useState<UserFilter | null>(null);
  const [isTooLong, setTooLong] = useState(false);
  const selection = selectionIn(shown, { ids: rows.selection, everybody });
  const begin = (filter: UserFilter | null) => {
    setEverybody(filter);
    setTooLong(false);
  };
  return {
    selection,
    count: selectedCount(selection, total),
    isSelected: (id: string) => isSelected(selection, id),
    /** True: a range was asked for that has more users than can be selected one by one. */
    isTooLong,
    error: rows.error,
    /** Taken out of everybody, a user is the first of a new selection. */
    toggle: (id: string) => {
      begin(null);
      if (selection.kind === 'everybody') rows.select(new Set([id]));
      else rows.toggle(id);
    },
    selectRange: (first: number, last: number) => {
      const count = last - first + 1;
      begin(count === total ? shown : null);
      if (count === total) return;
      if (count > mostSubjects) setTooLong(true);
      else rows.selectRange(first, last);
    },
    selectAll: () => begin(shown),
    selectNone: () => {
      begin(null);
      rows.select(nothingSelected);
    },
  };
};
