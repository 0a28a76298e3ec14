import { isFailure } from '../../contract/failures.ts';
import type { TokenCache } from '../../protocols/oauth/tokenClient.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { SecretPlace } from '../../stores/vault/vault.ts';
import type { TokenRecord } from './tokenRecord.ts';
import type { TokenRecords } from './tokenRecords.ts';

export type KeepingParts = {
  records: Pick<TokenRecords, 'read' | 'write' | 'remove'>;
  /** ms since 1970 UTC. */
  now: () => number;
  log: ProblemLog;
};

/** What one client remembers: in the vault, or in memory only as long as it has no place there. */
export type KeptSignIn = TokenCache & {
  /** From now on it lies there. What cannot be written is logged, and stays in memory. */
  moveTo(place: SecretPlace): Promise<void>;
};

/** @param first where it lies in the vault; null: nowhere. */
export const createKeptSignIn = (
  { records, now, log }: KeepingParts,
  first: SecretPlace | null,
): KeptSignIn => {
  let place = first;
  /** What the vault does not have: a renewal that is lost would cost the person a sign-in. */
  let unwritten: TokenRecord | null = null;

  const store = async (record: TokenRecord): Promise<void> => {
    unwritten = record;
    if (place === null) return;
    try {
      await records.write(place, record);
      unwritten = null;
    } catch (error) {
      if (!isFailure(error)) throw error;
      log.error('oauth.signInNotKept', { id: place.path, error });
    }
  };

  return {
    read: async () => {
      if (unwritten !== null) return unwritten.cache;
      return place === null ? null : ((await records.read(place))?.cache ?? null);
    },
    write: async (cache) => {
      if (cache !== '') return store({ givenAtMs: now(), cache });
      unwritten = null;
      if (place !== null) await records.remove(place);
    },
    moveTo: async (next) => {
      place = next;
      if (unwritten !== null) await store(unwritten);
    },
  };
};
