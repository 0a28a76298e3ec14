import type { Kysely } from 'kysely';
import { type EndReason, endReasons } from '../../contract/session/sessionEnd.ts';
import { inParts } from '../database/inParts.ts';
import type { SessionRow, Tables } from '../database/tables.ts';
import type { AttemptOrigin } from './lockoutStore.ts';

/** Moments in ms since 1970 UTC. */
export type StoredSession = {
  id: string;
  userId: string;
  origin: AttemptOrigin;
  createdAt: number;
  seenAt: number;
  /** Null: it lasts. */
  end: { at: number; reason: EndReason } | null;
};

export type NewSession = Omit<StoredSession, 'seenAt' | 'end'> & { tokenHash: string };

export type SessionStore = {
  /** Adds a session; with `endOthers` every other one of the user ends at that moment, in the same step. */
  begin: (session: NewSession, endOthers: boolean) => Promise<void>;
  findByToken: (tokenHash: string) => Promise<StoredSession | null>;
  /** Sessions of a user that last, the newest first. */
  listOf: (userId: string) => Promise<StoredSession[]>;
  /** The session that began when this one ended, whether it lasts or not; null: there is none, or it is forgotten. */
  findNext: (session: StoredSession) => Promise<StoredSession | null>;
  touch: (id: string, now: number) => Promise<void>;
  /** Ends a session that lasts; one that has ended keeps its first reason. */
  end: (id: string, reason: EndReason, now: number) => Promise<void>;
  /** Ends all sessions of a user but `except`. */
  endAllOf: (userId: string, reason: EndReason, now: number, except?: string) => Promise<void>;
  /** Ends all sessions of all these users. */
  endAllOfEach: (userIds: readonly string[], reason: EndReason, now: number) => Promise<void>;
  /** Forgets sessions that were last seen before. */
  forget: (before: number) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;

const toReason = (stored: string): EndReason => endReasons.find((known) => known === stored) ?? 'ended';

const toSession = (row: SessionRow): StoredSession => ({
  id: row.id,
  userId: row.userId,
  origin: { door: row.door, machine: row.machine },
  createdAt: row.createdAt,
  seenAt: row.seenAt,
  end: row.endedAt === null ? null : { at: row.endedAt, reason: toReason(row.endReason ?? '') },
});

const ending = (database: Kysely<Tables>, reason: EndReason, now: number) =>
  database.updateTable('sessions').set({ endedAt: now, endReason: reason }).where('endedAt', 'is', null);

const createReading = (query: Query): Pick<SessionStore, 'findByToken' | 'listOf' | 'findNext'> => ({
  findByToken: async (tokenHash) => {
    const row = await (
      await query()
    )
      .selectFrom('sessions')
      .selectAll()
      .where('tokenHash', '=', tokenHash)
      .executeTakeFirst();
    return row ? toSession(row) : null;
  },

  listOf: async (userId) => {
    const rows = await (
      await query()
    )
      .selectFrom('sessions')
      .selectAll()
      .where('userId', '=', userId)
      .where('endedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .execute();
    return rows.map(toSession);
  },

  findNext: async ({ id, userId, end }) => {
    if (end === null) return null;
    const row = await (
      await query()
    )
      .selectFrom('sessions')
      .selectAll()
      .where('userId', '=', userId)
      .where('createdAt', '=', end.at)
      .where('id', '!=', id)
      .limit(1)
      .executeTakeFirst();
    return row ? toSession(row) : null;
  },
});

const createEnding = (query: Query): Pick<SessionStore, 'end' | 'endAllOf' | 'endAllOfEach'> => ({
  end: async (id, reason, now) => {
    await ending(await query(), reason, now)
      .where('id', '=', id)
      .execute();
  },

  endAllOf: async (userId, reason, now, except = '') => {
    await ending(await query(), reason, now)
      .where('userId', '=', userId)
      .where('id', '!=', except)
      .execute();
  },

  endAllOfEach: async (userIds, reason, now) => {
    const database = await query();
    for (const part of inParts(userIds))
      await ending(database, reason, now).where('userId', 'in', part).execute();
  },
});

/** Sessions in the table of that name. */
export const createSessionStore = (query: Query): SessionStore => ({
  ...createReading(query),
  ...createEnding(query),

  begin: async ({ id, userId, origin, createdAt, tokenHash }, endOthers) => {
    const lasting = { seenAt: createdAt, endedAt: null, endReason: null };
    await (await query()).transaction().execute(async (transaction) => {
      if (endOthers) await ending(transaction, 'elsewhere', createdAt).where('userId', '=', userId).execute();
      await transaction
        .insertInto('sessions')
        .values({ id, tokenHash, userId, ...origin, createdAt, ...lasting })
        .execute();
    });
  },

  forget: async (before) => {
    await (await query()).deleteFrom('sessions').where('seenAt', '<', before).execute();
  },

  touch: async (id, now) => {
    await (
      await query()
    )
      .updateTable('sessions')
      .set({ seenAt: now })
      .where('id', '=', id)
      .where('endedAt', 'is', null)
      .execute();
  },
});
