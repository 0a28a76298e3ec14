import { useQuery } from '@tanstack/react-query';
import { useClient } from './ClientContext.ts';

/** Messages of the built-in mailbox that nobody has opened yet; renewed whenever the mailbox is. */
export const useUnreadCount = (): number => {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['mailbox', 'unread'],
    queryFn: ({ signal }) => client.mailbox.listMessages({ search: '', offset: 0, limit: 1 }, { signal }),
    refetchInterval: 30_000,
  });
  return data?.unread ?? 0;
};
