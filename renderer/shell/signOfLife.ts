import { queryOptions } from '@tanstack/react-query';
import type { Client } from '../api/client.ts';
import { asFailure } from '../texts/asFailure.ts';

const intervalMs = 60_000;

/**
 * Asks the program once a minute, also behind other windows: it then knows that this page is open and does not close
 * as idle. What it answers is heard by the same cache as every other answer.
 */
export const signOfLife = (client: Client) =>
  queryOptions({
    queryKey: ['signOfLife'],
    queryFn: ({ signal }) => client.session.getSession(undefined, { signal }),
    refetchInterval: intervalMs,
    refetchIntervalInBackground: true,
  });

/** True when the sign of life got no answer of our program; a refusal is an answer. */
export const isGone = (error: unknown): boolean => error !== null && asFailure(error).code === 'UNREACHABLE';
