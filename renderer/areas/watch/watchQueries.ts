import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useClient } from '../../shell/ClientContext.ts';

const lastKey = ['watch', 'last'];

/** What the last look found. */
export const useLastWatch = () => {
  const client = useClient();
  return useQuery({
    queryKey: lastKey,
    queryFn: ({ signal }) => client.watch.getLastWatch(undefined, { signal }),
    /** The program looks by itself. */
    staleTime: 0,
  });
};

/** Looks now; what that raises is new among the alerts. */
export const useRunWatch = () => {
  const client = useClient();
  const cache = useQueryClient();
  const present = useRef<AbortController | null>(null);
  const running = useMutation({
    mutationFn: () => {
      present.current = new AbortController();
      return client.watch.runWatch(undefined, { signal: present.current.signal });
    },
    onSuccess: async (watch) => {
      cache.setQueryData(lastKey, watch);
      await cache.invalidateQueries({ queryKey: ['alerts'] });
    },
  });
  return {
    running,
    /** Waits for it no more. */
    leave: () => {
      present.current?.abort();
      running.reset();
    },
  };
};
