import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Where an attempt came from. */
export type AttemptOrigin = { door: string; machine: string };

export type Lockout = {
  failed: number;
  /** ms since 1970 UTC; null: not locked. */
  lockedUntil: number | null;
  lastAt: number;
  origin: AttemptOrigin;
};

type Reservation = { origin: AttemptOrigin; now: number; attempts: number; lockMs: number };

/**
 * Counts attempts of somebody, known by any key. An attempt is counted as failed before it is judged and forgiven
 * when it was right, in one statement each: however many come at once, no more than the limit are ever judged, also
 * when the program dies in between.
 */
export type LockoutStore = {
  /** How many attempts count as failed with this one, `attempts` of which lock; null: locked, it may not be judged. */
  reserve: (key: string, reservation: Reservation) => Promise<number | null>;
  forgive: (keys: readonly string[]) => Promise<void>;
  find: (key: string) => Promise<Lockout | null>;
  /** Forgets keys with this beginning whose last attempt is older than `before`, unless they are locked at `now`. */
  prune: (prefix: string, before: number, now: number) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;

const createReserve =
  (query: Query): LockoutStore['reserve'] =>
  async (key, { origin, now, attempts, lockMs }) => {
    const last = { lastAt: now, lastDoor: origin.door, lastMachine: origin.machine };
    const lockAt = (failed: number): number | null => (failed >= attempts ? now + lockMs : null);
    const reserved = await (
      await query()
    )
      .insertInto('lockouts')
      .values({ key, failed: 1, lockedUntil: lockAt(1), ...last })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((set) => {
            const failed = set
              .case()
              .when('lockouts.lockedUntil', 'is not', null)
              .then(1)
              .else(set('lockouts.failed', '+', 1))
              .end();
            const locks = set
              .case()
              .when(failed, '>=', attempts)
              .then(now + lockMs)
              .end();
            return { failed, lockedUntil: locks, ...last };
          })
          .where((where) =>
            where.or([where('lockouts.lockedUntil', 'is', null), where('lockouts.lockedUntil', '<=', now)]),
          ),
      )
      .returning('failed')
      .executeTakeFirst();
    return reserved?.failed ?? null;
  };

/** Lockouts in the table of that name. */
export const createLockoutStore = (query: Query): LockoutStore => ({
  reserve: createReserve(query),

  forgive: async (keys) => {
    await (await query()).deleteFrom('lockouts').where('key', 'in', keys).execute();
  },

  find: async (key) => {
    const row = await (
      await query()
    )
      .selectFrom('lockouts')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirst();
    if (!row) return null;
    const { failed, lockedUntil, lastAt, lastDoor: door, lastMachine: machine } = row;
    return { failed, lockedUntil, lastAt, origin: { door, machine } };
  },

  prune: async (prefix, before, now) => {
    await (
      await query()
    )
      .deleteFrom('lockouts')
      .where('key', 'like', `${prefix}%`)
      .where('lastAt', '<', before)
      .where((where) => where.or([where('lockedUntil', 'is', null), where('lockedUntil', '<=', now)]))
      .execute();
  },
});
