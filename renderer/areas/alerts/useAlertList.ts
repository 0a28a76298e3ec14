import { useCallback, useEffect, useState } from 'react';
import { nothingSelected, type RowSelection, toggled } from '../../controls/grid/rowSelection.ts';
import { useUnreadAlertCount } from '../../shell/useUnreadCount.ts';
import { type AlertFilter, noFilter, useAlertPages } from './alertQueries.ts';

/**
 * Loads the list anew when the count in the navigation has changed. The list does not ask by itself: that would keep the
 * session of somebody who has left from ending.
 */
const useRenewal = (listed: number | undefined, renew: () => Promise<unknown>): void => {
  const unread = useUnreadAlertCount();
  const isBehind = listed !== undefined && listed !== unread;
  useEffect(() => {
    if (isBehind) void renew();
  }, [isBehind, unread, renew]);
};

/** What the list shows: the filter, the rows that are loaded, and what is selected. */
export const useAlertList = () => {
  const [filter, setFilter] = useState<AlertFilter>(noFilter);
  const [selection, setSelection] = useState<RowSelection>(nothingSelected);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useAlertPages(filter);
  useRenewal(data?.pages[0]?.unread, refetch);
  const rows = (data?.pages ?? []).flatMap(({ alerts }) =>
    alerts.map((alert) => ({ id: String(alert.id), alert })),
  );
  const loaded = rows.length;
  const isMoreWanted = hasNextPage && !isFetchingNextPage;
  const onVisible = useCallback(
    (_: number, last: number) => {
      if (isMoreWanted && last >= loaded) void fetchNextPage();
    },
    [isMoreWanted, loaded, fetchNextPage],
  );
  return {
    filter,
    /** What was selected before need not be in sight any more. */
    setFilter: (change: Partial<AlertFilter>) => {
      setFilter({ ...filter, ...change });
      setSelection(nothingSelected);
    },
    isLoaded: data !== undefined,
    error,
    /** The rows that are loaded, and one that stands for all that are not. */
    total: loaded + (hasNextPage ? 1 : 0),
    rowAt: (index: number) => rows[index],
    onVisible,
    selection,
    toggle: (id: string) => setSelection(toggled(selection, id)),
    selectRange: (first: number, last: number) =>
      setSelection(new Set(rows.slice(first, last + 1).map(({ id }) => id))),
    selectAll: () => setSelection(new Set(rows.map(({ id }) => id))),
    selectNone: () => setSelection(nothingSelected),
  };
};

export type AlertList = ReturnType<typeof useAlertList>;
