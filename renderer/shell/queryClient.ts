import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Session } from '../../electron/contract/session/session.contract.ts';
import { asFailure } from '../texts/asFailure.ts';
import { generalKey } from './useGeneral.ts';
import { sessionKey } from './useSession.ts';

/** The program is on this machine: a network that is down changes nothing about it. */
const always = { retry: false, networkMode: 'always' } as const;

const isSession = ({ queryKey }: Pick<Query, 'queryKey'>): boolean => queryKey[0] === sessionKey[0];

/** Neither who is signed in nor the look of the console, which is the same for everybody. */
const isPersonal = (query: Query): boolean =>
  !isSession(query) && !generalKey.every((step, index) => query.queryKey[index] === step);

/** Nobody is signed in any more, a right was taken away, or the database is damaged, so that nobody has any. */
const changesSession = (error: unknown): boolean =>
  ['NOT_SIGNED_IN', 'NOT_ALLOWED', 'DATABASE_UNREADABLE'].includes(asFailure(error).code);

/**
 * What was read for one person is forgotten as soon as another one is signed in, or nobody. The look of the console stays,
 * and is asked again: more of it is told to somebody who is signed in.
 */
const createForgetting = (client: QueryClient) => {
  let reader: string | null = null;
  return (): void => {
    const present = client.getQueryData<Session>(sessionKey)?.userId ?? null;
    if (reader !== null && reader !== present) void client.resetQueries({ predicate: isPersonal });
    if (reader !== present) void client.invalidateQueries({ queryKey: generalKey });
    reader = present;
  };
};

/**
 * The cache of what the pages have read. Nothing is asked twice by itself: a refusal is an answer. When any call
 * tells that the session is another one now, it is asked again.
 */
export const createQueryClient = (): QueryClient => {
  const onError = (error: unknown) => {
    if (changesSession(error)) void client.invalidateQueries({ queryKey: sessionKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({
      onSuccess: (_, query) => isSession(query) && forget(),
      onError: (error, query) => !isSession(query) && onError(error),
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { ...always, staleTime: 5_000 }, mutations: always },
  });
  const forget = createForgetting(client);
  return client;
};
