import { skipToken, useQuery } from '@tanstack/react-query';
import { useClient } from './ClientContext.ts';
import { useMay } from './useSession.ts';

/** How often what came in by itself is counted, in ms. */
const countedEveryMs = 30_000;

/** Messages of the built-in mailbox that nobody has opened yet; renewed whenever the mailbox is. */
export const useUnreadCount = (): number => {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['mailbox', 'unread'],
    queryFn: ({ signal }) => client.mailbox.listMessages({ search: '', offset: 0, limit: 1 }, { signal }),
    refetchInterval: countedEveryMs,
  });
  return data?.unread ?? 0;
};

/** Alerts that the reader has not read yet; renewed whenever the alerts are. */
export const useUnreadAlertCount = (): number => {
  const client = useClient();
  const mayView = useMay('alerts.view');
  const { data } = useQuery({
    queryKey: ['alerts', 'unread'],
    queryFn: mayView ? ({ signal }) => client.alerts.countUnread(undefined, { signal }) : skipToken,
    refetchInterval: countedEveryMs,
  });
  return data?.unread ?? 0;
};
