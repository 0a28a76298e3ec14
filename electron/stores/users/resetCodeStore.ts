import { type Kysely, sql } from 'kysely';
import { type Language, languageSchema } from '../../contract/languages.ts';
import type { Tables, UserRow } from '../database/tables.ts';
import { nameKey } from './nameKey.ts';

/** What a forgotten password needs to know of a user. */
export type ResetUser = {
  id: string;
  name: string;
  displayName: string;
  mail: string | null;
  language: Language | null;
  isActive: boolean;
  /** True: the password is kept here, not in a directory. */
  isLocal: boolean;
};

/** True for a user who may set a new password with a mailed code. */
export const mayReset = ({ isActive, isLocal }: ResetUser): boolean => isActive && isLocal;

/** Moments in ms since 1970 UTC. */
export type ResetCode = { codeHash: string; userId: string; createdAt: number; expiresAt: number };

/** Codes for forgotten passwords: only their hashes. */
export type ResetCodeStore = {
  /** By name, or by an address that no two users have; null: nobody, or no single one. */
  findUser: (nameOrAddress: string) => Promise<ResetUser | null>;
  findUserById: (id: string) => Promise<ResetUser | null>;
  add: (code: ResetCode) => Promise<void>;
  /** True for a code of this user that was not used, has not expired, and is of no later time. Uses nothing up. */
  isGood: (userId: string, codeHash: string, now: number) => Promise<boolean>;
  /** Uses a good code up, once: of several callers at the same time one gets true. */
  redeem: (userId: string, codeHash: string, now: number) => Promise<boolean>;
  /** Uses up every other code of the user too. */
  revokeAll: (userId: string, now: number) => Promise<void>;
  /** Forgets codes that expired before. */
  forget: (before: number) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;

/** A clock is put right by less, in ms. One that was put back by more makes no code good for longer. */
const aheadMs = 60_000;

const columns = ['id', 'name', 'displayName', 'mail', 'language', 'isActive', 'kind'] as const;

const toResetUser = (row: Pick<UserRow, (typeof columns)[number]>): ResetUser => ({
  id: row.id,
  name: row.name,
  displayName: row.displayName,
  mail: row.mail,
  language: languageSchema.nullable().catch(null).parse(row.language),
  isActive: row.isActive === 1,
  isLocal: row.kind === 'localUser',
});

const createFinding = (query: Query): Pick<ResetCodeStore, 'findUser' | 'findUserById'> => ({
  findUser: async (nameOrAddress) => {
    const users = (await query()).selectFrom('users').select(columns).limit(2);
    const key = nameKey(nameOrAddress);
    // One statement for both, so that a name takes as long as an address. SQLite's `lower` knows ASCII letters only.
    const found = await users
      .where((where) => where.or([where('nameKey', '=', key), where(sql<string>`lower("mail")`, '=', key)]))
      .execute();
    const [only] = found;
    return only && found.length === 1 ? toResetUser(only) : null;
  },

  findUserById: async (id) => {
    const users = (await query()).selectFrom('users').select(columns);
    const row = await users.where('id', '=', id).executeTakeFirst();
    return row ? toResetUser(row) : null;
  },
});

const using = (database: Kysely<Tables>, userId: string, now: number) =>
  database
    .updateTable('resetCodes')
    .set({ usedAt: now })
    .where('userId', '=', userId)
    .where('usedAt', 'is', null);

/** Codes in the table of that name. */
export const createResetCodeStore = (query: Query): ResetCodeStore => ({
  ...createFinding(query),

  add: async (code) => {
    await (
      await query()
    )
      .insertInto('resetCodes')
      .values({ ...code, usedAt: null })
      .execute();
  },

  isGood: async (userId, codeHash, now) => {
    const row = await (
      await query()
    )
      .selectFrom('resetCodes')
      .select('codeHash')
      .where('userId', '=', userId)
      .where('codeHash', '=', codeHash)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .where('createdAt', '<=', now + aheadMs)
      .executeTakeFirst();
    return row !== undefined;
  },

  redeem: async (userId, codeHash, now) => {
    const redeemed = await using(await query(), userId, now)
      .where('codeHash', '=', codeHash)
      .where('expiresAt', '>', now)
      .where('createdAt', '<=', now + aheadMs)
      .returning('codeHash')
      .executeTakeFirst();
    return redeemed !== undefined;
  },

  revokeAll: async (userId, now) => {
    await using(await query(), userId, now).execute();
  },

  forget: async (before) => {
    await (await query()).deleteFrom('resetCodes').where('expiresAt', '<', before).execute();
  },
});
