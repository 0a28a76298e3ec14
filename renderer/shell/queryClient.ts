import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asFailure } from '../texts/asFailure.ts';
import { sessionKey } from './useSession.ts';

/** The program is on this machine: a network that is down changes nothing about it. */
const always = { retry: false, networkMode: 'always' } as const;

/**
 * The cache of what the pages have read. Nothing is asked twice by itself: a refusal is an answer. When any call
 * says that nobody is signed in any more, the session is asked again and the page for that takes over.
 */
export const createQueryClient = (): QueryClient => {
  const onError = (error: unknown) => {
    if (asFailure(error).code === 'NOT_SIGNED_IN') void client.invalidateQueries({ queryKey: sessionKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => query.queryKey[0] !== sessionKey[0] && onError(error),
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { ...always, staleTime: 5_000 }, mutations: always },
  });
  return client;
};
