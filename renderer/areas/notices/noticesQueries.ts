import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeQuery } from '../../../electron/contract/notices/notice.ts';
import type { Client } from '../../api/client.ts';
import { useClient } from '../../shell/ClientContext.ts';

const everything = ['notices'] as const;

/** Lines of the delivery log on one page. */
export const noticesOnPage = 50;
/** The program sends by itself, so the log changes while somebody looks at it. */
const renewMs = 5_000;

export type NoticeFilter = Pick<NoticeQuery, 'kind' | 'state'>;

/** A page of the delivery log, the newest first, from 0. */
export const useNotices = (filter: NoticeFilter, page: number) => {
  const client = useClient();
  const wanted = { ...filter, userId: null, offset: page * noticesOnPage, limit: noticesOnPage };
  return useQuery({
    queryKey: [...everything, 'list', wanted],
    queryFn: ({ signal }) => client.notices.listNotices(wanted, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: renewMs,
  });
};

/** Active users whom no mail reaches. */
export const useUnreachableUsers = () => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'unreachable'],
    queryFn: ({ signal }) => client.notices.listUnreachableUsers(undefined, { signal }),
  });
};

/** One command about a line of the log, which is read again then. */
export const useNoticeCommand = (command: (notices: Client['notices'], id: string) => Promise<unknown>) => {
  const client = useClient();
  const renew = useRenewNotices();
  return useMutation({ mutationFn: (id: string) => command(client.notices, id), onSettled: renew });
};

/** Reads the log again. */
export const useRenewNotices = () => {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: everything });
};
