import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { MessageSummary } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { type LoadedPages, pageSize } from '../../controls/grid/rowPages.ts';
import { useClient } from '../../shell/ClientContext.ts';

const everything = ['mailbox'] as const;

const useReload = () => {
  const cache = useQueryClient();
  return useCallback(() => cache.invalidateQueries({ queryKey: everything }), [cache]);
};

const usePageQuery = (search: string) => {
  const client = useClient();
  return useCallback(
    (page: number) => ({
      queryKey: [...everything, 'list', search, page],
      queryFn: async ({ signal }: { signal: AbortSignal }) => ({
        search,
        ...(await client.mailbox.listMessages(
          { search, offset: page * pageSize, limit: pageSize },
          { signal },
        )),
      }),
    }),
    [client, search],
  );
};

/**
 * The pages of messages with these numbers, the front page first. It knows how many there are in all; that
 * of the last search stays until the new one is there, and says which search it answers.
 */
export const useMessagePages = (search: string, numbers: readonly number[]) => {
  const pageQuery = usePageQuery(search);
  const front = useQuery({ ...pageQuery(0), placeholderData: keepPreviousData });
  const others = useQueries({ queries: numbers.slice(1).map(pageQuery) });
  const results = [front, ...others];
  const pages: LoadedPages<MessageSummary> = new Map(
    results.flatMap(({ data }, index) => (data ? [[numbers[index] ?? 0, data.messages] as const] : [])),
  );
  return { front: front.data, pages, error: results.find(({ error }) => error !== null)?.error ?? null };
};

/** Gives a function that fetches a page of the messages that `search` finds, unless it is known. */
export const useLoadMessages = (search: string) => {
  const cache = useQueryClient();
  const pageQuery = usePageQuery(search);
  return useCallback(
    async (page: number) => (await cache.ensureQueryData(pageQuery(page))).messages,
    [cache, pageQuery],
  );
};

/** One message as it is read. */
export const useMessage = (id: string) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'message', id],
    queryFn: ({ signal }) => client.mailbox.getMessage({ id }, { signal }),
  });
};

/** One message as it lies on disk. */
export const useMessageSource = (id: string) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'source', id],
    queryFn: ({ signal }) => client.mailbox.getSource({ id }, { signal }),
  });
};

/** Most ids that one call of `mailbox.removeMessages` takes. */
const idsInOneCall = 1_000;

/** Deletes messages, however many they are. */
export const useRemoveMessages = () => {
  const client = useClient();
  const reload = useReload();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (let start = 0; start < ids.length; start += idsInOneCall)
        await client.mailbox.removeMessages({ ids: ids.slice(start, start + idsInOneCall) });
    },
    onSettled: reload,
  });
};

/** Marks a message as read. */
export const useMarkRead = () => {
  const client = useClient();
  const reload = useReload();
  return useMutation({ mutationFn: (id: string) => client.mailbox.markRead({ id }), onSuccess: reload });
};

/** Loads everything of the mailbox again. */
export const useReloadMailbox = useReload;
