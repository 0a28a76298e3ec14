import { keepPreviousData, skipToken, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BulkRequest, UserFilter } from '../../../electron/contract/users/bulk.ts';
import type { UserQuery, UserSummary } from '../../../electron/contract/users/user.ts';
import { type LoadedPages, pageSize } from '../../controls/grid/rowPages.ts';
import { useClient } from '../../shell/ClientContext.ts';

const everything = ['users'] as const;

/** Which users are wanted, in which order. */
export type WantedUsers = { filter: UserFilter; sort: UserQuery['sort'] };

const usePageQuery = ({ filter, sort }: WantedUsers) => {
  const client = useClient();
  return useCallback(
    (page: number) => ({
      queryKey: [...everything, 'list', filter, sort, page],
      queryFn: async ({ signal }: { signal: AbortSignal }) => ({
        filter,
        ...(await client.users.listUsers(
          { ...filter, sort, offset: page * pageSize, limit: pageSize },
          { signal },
        )),
      }),
    }),
    [client, filter, sort],
  );
};

/**
 * The pages of users with these numbers, the front page first. It knows how many there are in all; that
 * of the last question stays until the new one is there, and says which filter it answers.
 */
export const useUserPages = (wanted: WantedUsers, numbers: readonly number[]) => {
  const pageQuery = usePageQuery(wanted);
  const front = useQuery({ ...pageQuery(0), placeholderData: keepPreviousData });
  const others = useQueries({ queries: numbers.slice(1).map(pageQuery) });
  const results = [front, ...others];
  const pages: LoadedPages<UserSummary> = new Map(
    results.flatMap(({ data }, index) => (data ? [[numbers[index] ?? 0, data.users] as const] : [])),
  );
  return { front: front.data, pages, error: results.find(({ error }) => error !== null)?.error ?? null };
};

/** Gives a function that fetches a page of the wanted users, unless it is known. */
export const useLoadUsers = (wanted: WantedUsers) => {
  const cache = useQueryClient();
  const pageQuery = usePageQuery(wanted);
  return useCallback(
    async (page: number) => (await cache.ensureQueryData(pageQuery(page))).users,
    [cache, pageQuery],
  );
};

/** What a bulk action would do now; null: it is not decided yet which one. */
export const useBulkPreview = (request: BulkRequest | null) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'bulk', request],
    queryFn: request ? ({ signal }) => client.users.previewBulk(request, { signal }) : skipToken,
    ...{ staleTime: 0, gcTime: 0 },
  });
};

/** One user with all that is known. */
export const useUser = (id: string) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'user', id],
    queryFn: ({ signal }) => client.users.getUser({ id }, { signal }),
  });
};
