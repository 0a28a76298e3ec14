import { isFailure } from '../../contract/failures.ts';
import type { TokenCache } from './tokenClient.ts';

/**
 * Reads what is kept, or gives it as it was read before where it has been locked since: what the provider gave must not be
 * lost for that. Writing it then tells the log. Any other reason is thrown.
 * @param known null: it was not read before, and a lock is thrown, too.
 */
export const readDespiteLock = async ({ read }: TokenCache, known: string | null): Promise<string> => {
  try {
    return (await read()) ?? '';
  } catch (error) {
    if (known === null || !isFailure(error) || error.code !== 'VAULT_LOCKED') throw error;
    return known;
  }
};
