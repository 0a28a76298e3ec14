import {
  type InfiniteData,
  keepPreviousData,
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Alert, AlertQuery, AlertSubscriptions } from '../../../electron/contract/alerts/alert.ts';
import type { Client } from '../../api/client.ts';
import { useClient } from '../../shell/ClientContext.ts';

const everything = ['alerts'] as const;

const pageSize = 100;
/** Most ids that one call of `alerts.markRead` takes. */
const idsInOneCall = 1_000;

export type AlertFilter = Pick<AlertQuery, 'severities' | 'components' | 'isUnreadOnly'>;

type AlertPage = Awaited<ReturnType<Client['alerts']['listAlerts']>>;

export const noFilter: AlertFilter = { severities: [], components: [], isUnreadOnly: false };

export const useReloadAlerts = () => {
  const cache = useQueryClient();
  return useCallback(() => cache.invalidateQueries({ queryKey: everything }), [cache]);
};

/** The alerts that the filter lets through, the newest first, page by page. */
export const useAlertPages = (filter: AlertFilter) => {
  const client = useClient();
  return useInfiniteQuery<AlertPage, Error, InfiniteData<AlertPage>, QueryKey, number | null>({
    queryKey: [...everything, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      client.alerts.listAlerts({ ...filter, below: pageParam, limit: pageSize }, { signal }),
    initialPageParam: null,
    getNextPageParam: ({ alerts }) => (alerts.length < pageSize ? null : (alerts.at(-1)?.id ?? null)),
    placeholderData: keepPreviousData,
  });
};

/** One alert; null: it is not kept any more. */
export const useAlert = (id: number) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'one', id],
    queryFn: async ({ signal }): Promise<Alert | null> => {
      const wanted = { ...noFilter, below: id + 1, limit: 1 };
      const { alerts } = await client.alerts.listAlerts(wanted, { signal });
      return alerts.find((alert) => alert.id === id) ?? null;
    },
  });
};

/** Marks alerts as read, however many they are; null: all there are. */
export const useMarkAlertsRead = () => {
  const client = useClient();
  const reload = useReloadAlerts();
  return useMutation({
    mutationFn: async (ids: readonly number[] | null) => {
      if (ids === null) await client.alerts.markRead({ ids });
      else
        for (let start = 0; start < ids.length; start += idsInOneCall)
          await client.alerts.markRead({ ids: ids.slice(start, start + idsInOneCall) });
    },
    onSettled: reload,
  });
};

/** What the caller wants by mail, and what keeps it from arriving. */
export const useSubscriptions = () => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'subscriptions'],
    queryFn: ({ signal }) => client.alerts.getSubscriptions(undefined, { signal }),
    /** What keeps mails from arriving is changed on other pages. */
    staleTime: 0,
  });
};

export const useSaveSubscriptions = () => {
  const client = useClient();
  const reload = useReloadAlerts();
  return useMutation({
    mutationFn: (subscriptions: AlertSubscriptions) => client.alerts.saveSubscriptions({ subscriptions }),
    onSuccess: reload,
  });
};
