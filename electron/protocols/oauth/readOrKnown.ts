import { isFailure } from '../../contract/failures.ts';
import type { TokenCache } from './tokenClient.ts';

/**
 * Reads what is kept, or gives it as it was read before where that fails for a reason that is foreseen (VAULT_LOCKED,
 * STORAGE_FAILED …): what the provider gave meanwhile must not be lost for that. Writing it then tells the log. Any other
 * error is thrown.
 * @param known null: it was not read before, and every failure is thrown.
 */
export const readOrKnown = async ({ read }: TokenCache, known: string | null): Promise<string> => {
  try {
    return (await read()) ?? '';
  } catch (error) {
    if (known === null || !isFailure(error)) throw error;
    return known;
  }
};
