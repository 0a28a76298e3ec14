import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { NoticeRow, Tables } from '../database/tables.ts';
import { type StoredNotice, toNotice, toResultText } from './storedNotice.ts';

/** What an attempt changes. */
export type NoticeOutcome = Pick<
  StoredNotice,
  'state' | 'nextAttemptAt' | 'refusedProfile' | 'lastResult' | 'messageId'
>;

export type NoticeSending = {
  /**
   * Takes the notice that is due longest, for one sender: nobody gets another one before `until`, or before it is
   * settled. One that was taken and never settled is due again then. Null: nothing is due, somebody else is sending, or
   * a refused sign-in stops everything.
   */
  claim: (now: number, until: number) => Promise<StoredNotice | null>;
  /** Ends an attempt, unless somebody took it over meanwhile. */
  settle: (claimed: StoredNotice, outcome: NoticeOutcome) => Promise<void>;
  /** Ends what waits and is too old; gives that. */
  expire: (now: number) => Promise<StoredNotice[]>;
  /**
   * Makes due again what a refused sign-in stopped, unless it was refused with this very profile, and what could not begin
   * for a reason that the profile or the vault may have mended.
   */
  release: (profile: string, now: number) => Promise<void>;
  /** Makes due what waits until after `latest`: no pause is that long, so the clock was put back. */
  hasten: (latest: number, now: number) => Promise<void>;
  /** When something is to be done next; null: never by itself. */
  nextAt: () => Promise<number | null>;
};

type Query = () => Promise<Kysely<Tables>>;
type Notices = ExpressionBuilder<Tables & { notices: NoticeRow }, 'notices'>;

/** True when nothing may be sent now. */
const isStopped = ({ exists, selectFrom }: Notices, now: number) =>
  exists(
    selectFrom('notices as other')
      .select('other.id')
      .where((where) =>
        where.or([
          where.and([where('other.state', '=', 'sending'), where('other.nextAttemptAt', '>', now)]),
          where('other.refusedProfile', 'is not', null),
        ]),
      ),
  );

const createAttempts = (query: Query): Pick<NoticeSending, 'claim' | 'settle'> => ({
  claim: async (now, until) => {
    const row = await (
      await query()
    )
      .updateTable('notices')
      .set((set) => ({ state: 'sending', nextAttemptAt: until, attempts: set('attempts', '+', 1) }))
      .where('id', '=', ({ selectFrom }) =>
        selectFrom('notices')
          .select('id')
          .where('state', 'in', ['waiting', 'sending'])
          .where('nextAttemptAt', '<=', now)
          .where((where) => where.not(isStopped(where, now)))
          .orderBy('nextAttemptAt')
          .limit(1),
      )
      .returningAll()
      .executeTakeFirst();
    return row ? toNotice(row) : null;
  },

  settle: async ({ id, attempts }, outcome) => {
    await (
      await query()
    )
      .updateTable('notices')
      .set({ ...outcome, lastResult: toResultText(outcome.lastResult) })
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .where('attempts', '=', attempts)
      .execute();
  },
});

/** What waits, and what is being sent. */
const readTimes = async (database: Kysely<Tables>) => {
  const rows = await database
    .selectFrom('notices')
    .where('state', 'in', ['waiting', 'sending'])
    .groupBy('state')
    .select(({ fn }) => [
      'state',
      fn.min('nextAttemptAt').as('first'),
      fn.max('nextAttemptAt').as('last'),
      fn.min('expiresAt').as('expiresAt'),
      fn.count<number>('refusedProfile').as('refused'),
    ])
    .execute();
  const of = (state: NoticeRow['state']) => rows.find((row) => row.state === state);
  return { waiting: of('waiting'), sending: of('sending') };
};

/** The queue of notices, as who sends them sees it. */
export const createNoticeSending = (query: Query): NoticeSending => ({
  ...createAttempts(query),

  expire: async (now) => {
    const rows = await (
      await query()
    )
      .updateTable('notices')
      .set({ state: 'expired', refusedProfile: null })
      .where('state', 'in', ['waiting', 'sending'])
      .where('expiresAt', '<=', now)
      .where((where) => where.or([where('state', '=', 'waiting'), where('nextAttemptAt', '<=', now)]))
      .returningAll()
      .execute();
    return rows.map(toNotice);
  },

  release: async (profile, now) => {
    await (
      await query()
    )
      .updateTable('notices')
      .set({ refusedProfile: null, nextAttemptAt: now })
      .where('state', '=', 'waiting')
      .where((where) =>
        where.or([
          where('refusedProfile', '!=', profile),
          where(sql<string>`"lastResult" ->> 'failure'`, 'not in', ['INTERNAL']),
        ]),
      )
      .execute();
  },

  hasten: async (latest, now) => {
    await (
      await query()
    )
      .updateTable('notices')
      .set({ nextAttemptAt: now })
      .where('state', 'in', ['waiting', 'sending'])
      .where('nextAttemptAt', '>', latest)
      .execute();
  },

  nextAt: async () => {
    const { waiting, sending } = await readTimes(await query());
    if (!waiting) return sending?.last ?? null;
    // What is stopped ends by itself only when it is too old; what somebody is sending stops the others.
    const dueAt = waiting.refused > 0 ? waiting.expiresAt : waiting.first;
    return Math.max(dueAt, sending?.last ?? dueAt);
  },
});
