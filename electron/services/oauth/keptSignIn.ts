import { isFailure } from '../../contract/failures.ts';
import type { TokenCache } from '../../protocols/oauth/tokenClient.ts';
import { createTurns } from '../../concurrency/turns.ts';
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
  const turns = createTurns();
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

  /** The vault may have opened since. What another program has kept meanwhile is newer. */
  const catchUp = async (open: SecretPlace, record: TokenRecord): Promise<void> => {
    try {
      const other = await records.read(open);
      if ((other?.givenAtMs ?? 0) <= record.givenAtMs) await records.write(open, record);
      unwritten = null;
    } catch (error) {
      // The log was told when the vault did not take it first.
      if (!isFailure(error)) throw error;
    }
  };

  const read = async (): Promise<string | null> => {
    if (place !== null && unwritten !== null) await catchUp(place, unwritten);
    if (unwritten !== null) return unwritten.cache;
    return place === null ? null : ((await records.read(place))?.cache ?? null);
  };

  const write = async (cache: string): Promise<void> => {
    if (cache !== '') return store({ givenAtMs: now(), cache });
    unwritten = null;
    if (place !== null) await records.remove(place);
  };

  return {
    read: () => turns.take(null, read),
    write: (cache) => turns.take(null, () => write(cache)),
    isShared: () => place !== null,
    moveTo: (next) =>
      turns.take(null, async () => {
        place = next;
        if (unwritten !== null) await store(unwritten);
      }),
  };
};
