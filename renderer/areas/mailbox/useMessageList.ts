import { useDeferredValue, useState } from 'react';
import { rowAt } from '../../controls/grid/rowPages.ts';
import { useRowSelection } from '../../controls/grid/useRowSelection.ts';
import { useVisiblePages } from '../../controls/grid/useVisiblePages.ts';
import { useLoadMessages, useMessagePages } from './mailboxQueries.ts';

/** What the list shows: the search, the rows that are loaded, and what is selected. */
export const useMessageList = () => {
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const visible = useVisiblePages();
  const { front, pages, error } = useMessagePages(asked, visible.pages);
  const rows = useRowSelection(useLoadMessages(asked));
  const total = front?.total ?? 0;
  return {
    search,
    setSearch,
    /** The search that the list is to answer. */
    asked,
    front,
    total,
    error: error ?? rows.error,
    rows,
    selectAll: () => rows.selectRange(0, total - 1),
    messageAt: (index: number) => rowAt(pages, index),
    onVisible: visible.onVisible,
  };
};

export type MessageList = ReturnType<typeof useMessageList>;
