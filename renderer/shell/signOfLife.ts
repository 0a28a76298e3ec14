import { queryOptions } from '@tanstack/react-query';
import type { Client } from '../api/client.ts';
import { asFailure } from '../texts/asFailure.ts';
import { sessionQuery } from './useSession.ts';

const intervalMs = 60_000;

/**
 * Asks the program once a minute who is signed in, also behind other windows: it then knows that this page is open and
 * does not close as idle, and whoever was signed out is told why.
 */
export const signOfLife = (client: Client) =>
  queryOptions({
    ...sessionQuery(client),
    refetchInterval: intervalMs,
    refetchIntervalInBackground: true,
  });

/** True when the sign of life got no answer of our program; a refusal is an answer. */
export const isGone = (error: unknown): boolean => error !== null && asFailure(error).code === 'UNREACHABLE';
