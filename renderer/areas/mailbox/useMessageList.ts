import { useMutation } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useState } from 'react';
import { useAllMessageIds, useMessagePages } from './mailboxQueries.ts';
import { extended, nothingSelected, type Selection } from './messageSelection.ts';
import { messageAt } from './messagePages.ts';

/** What the list shows: the search, the rows that are loaded, and what is selected. */
export const useMessageList = () => {
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const { front, pages, error } = useMessagePages(asked, visible.first, visible.last);
  const total = front?.total ?? 0;
  const everything = useMutation({
    mutationFn: useAllMessageIds(asked),
    onSuccess: (ids) => setSelection(extended(nothingSelected, ids)),
  });
  const onVisible = useCallback(
    (first: number, last: number) =>
      setVisible((known) => (known.first === first && known.last === last ? known : { first, last })),
    [],
  );
  return {
    search,
    setSearch,
    /** The search that the list is to answer. */
    asked,
    front,
    total,
    error: error ?? everything.error,
    selection,
    select: setSelection,
    /** A failure is among `error`. */
    selectAll: () => everything.mutate(),
    messageAt: (index: number) => messageAt(pages, index),
    onVisible,
  };
};

export type MessageList = ReturnType<typeof useMessageList>;
