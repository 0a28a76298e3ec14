import { type ExpressionBuilder, type Kysely, sql, type SqlBool } from 'kysely';
import { inParts } from '../database/inParts.ts';
import type { Tables } from '../database/tables.ts';
import { unknownNameKey } from './unknownNameKey.ts';

/** Where an attempt came from. */
export type AttemptOrigin = { door: string; machine: string };

/** Whose attempts are counted: those of a user, or of whoever typed a name that nobody has. */
export type LockoutSubject = { userId: string } | { unknownName: string };

export type Lockout = {
  failed: number;
  /** ms since 1970 UTC; null: not locked. */
  lockedUntil: number | null;
  lastAt: number;
  origin: AttemptOrigin;
};

/**
 * True when a lock is in force. A clock that was put back by more than the lock's own time ends it: it would last until the
 * clock is there again.
 */
export const isLocked = ({ lockedUntil, lastAt }: Pick<Lockout, 'lockedUntil' | 'lastAt'>, now: number) =>
  lockedUntil !== null && lockedUntil > now && lastAt - now < lockedUntil - lastAt;

/** The same in a query. */
export const whereLocked = (where: Pick<ExpressionBuilder<Tables, never>, 'and'>, now: number) =>
  where.and([
    sql<SqlBool>`"lockouts"."lockedUntil" > ${now}`,
    sql<SqlBool>`2 * "lockouts"."lastAt" - "lockouts"."lockedUntil" < ${now}`,
  ]);

type Reservation = { origin: AttemptOrigin; now: number; attempts: number; lockMs: number };

/**
 * Counts attempts. One is counted as failed before it is judged and forgiven
 * when it was right, in one statement each: however many come at once, no more than the limit are ever judged, also
 * when the program dies in between.
 */
export type LockoutStore = {
  /**
   * How many attempts count as failed with this one, `attempts` of which lock. It may not be judged when that is null,
   * locked already, or more than `attempts`: the limit was lowered meanwhile, and this one has locked.
   */
  reserve: (subject: LockoutSubject, reservation: Reservation) => Promise<number | null>;
  /** Takes back one attempt that counts as failed, and its lock where fewer than `attempts` are left. */
  release: (subject: LockoutSubject, attempts: number) => Promise<void>;
  /** Ends what is counted and locked of these users. */
  forgive: (userIds: readonly string[]) => Promise<void>;
  find: (subject: LockoutSubject) => Promise<Lockout | null>;
  /** Who of these users is locked at `now`. */
  lockedAmong: (userIds: readonly string[], now: number) => Promise<ReadonlySet<string>>;
  /** Forgets unknown names whose last attempt is older than `before`, unless they are locked at `now`. */
  forgetUnknown: (before: number, now: number) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;

const keyOf = (subject: LockoutSubject): string =>
  'userId' in subject ? subject.userId : unknownNameKey(subject.unknownName);

const toColumns = (subject: LockoutSubject) => ({
  key: keyOf(subject),
  userId: 'userId' in subject ? subject.userId : null,
});

const createReserve =
  (query: Query): LockoutStore['reserve'] =>
  async (subject, { origin, now, attempts, lockMs }) => {
    const last = { lastAt: now, lastDoor: origin.door, lastMachine: origin.machine };
    const lockAt = (failed: number): number | null => (failed >= attempts ? now + lockMs : null);
    const reserved = await (
      await query()
    )
      .insertInto('lockouts')
      .values({ ...toColumns(subject), failed: 1, lockedUntil: lockAt(1), ...last })
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
            where.or([where('lockouts.lockedUntil', 'is', null), where.not(whereLocked(where, now))]),
          ),
      )
      .returning('failed')
      .executeTakeFirst();
    return reserved?.failed ?? null;
  };

const createRelease =
  (query: Query): LockoutStore['release'] =>
  async (subject, attempts) => {
    const database = await query();
    const left = sql<number>`"failed" - 1`;
    await database
      .updateTable('lockouts')
      .set({
        failed: left,
        lockedUntil: sql`CASE WHEN ${left} < ${attempts} THEN NULL ELSE "lockedUntil" END`,
      })
      .where('key', '=', keyOf(subject))
      .execute();
    await database
      .deleteFrom('lockouts')
      .where('key', '=', keyOf(subject))
      .where('failed', '<=', 0)
      .execute();
  };

/** Lockouts in the table of that name. */
export const createLockoutStore = (query: Query): LockoutStore => ({
  reserve: createReserve(query),
  release: createRelease(query),

  forgive: async (userIds) => {
    const database = await query();
    for (const part of inParts(userIds))
      await database.deleteFrom('lockouts').where('userId', 'in', part).execute();
  },

  lockedAmong: async (userIds, now) => {
    const database = await query();
    const locked = new Set<string>();
    for (const part of inParts(userIds)) {
      const rows = await database
        .selectFrom('lockouts')
        .select('userId')
        .where('userId', 'in', part)
        .where((where) => whereLocked(where, now))
        .execute();
      for (const { userId } of rows) if (userId !== null) locked.add(userId);
    }
    return locked;
  },

  find: async (subject) => {
    const row = await (
      await query()
    )
      .selectFrom('lockouts')
      .selectAll()
      .where('key', '=', keyOf(subject))
      .executeTakeFirst();
    if (!row) return null;
    const { failed, lockedUntil, lastAt, lastDoor: door, lastMachine: machine } = row;
    return { failed, lockedUntil, lastAt, origin: { door, machine } };
  },

  forgetUnknown: async (before, now) => {
    await (
      await query()
    )
      .deleteFrom('lockouts')
      .where('userId', 'is', null)
      .where('lastAt', '<', before)
      .where((where) => where.or([where('lockedUntil', 'is', null), where.not(whereLocked(where, now))]))
      .execute();
  },
});
