import type { Kysely } from 'kysely';
import { type Language, languageSchema } from '../../contract/languages.ts';
import { attemptResults, type UserAttempt } from '../../contract/users/userDetails.ts';
import type { Tables } from '../database/tables.ts';
import type { AttemptOrigin } from './lockoutStore.ts';
import { nameKey } from './nameKey.ts';

/** What a sign-in needs to know of a user. */
export type Candidate = {
  id: string;
  name: string;
  displayName: string;
  mail: string | null;
  /** Null: that of the console. */
  language: Language | null;
  isActive: boolean;
  mustChangePassword: boolean;
  mayUseBasicAuthentication: boolean;
  /** False: somebody of the directory, who is active only while enabled there. */
  isLocal: boolean;
  /** Null: this user has no password here. `changedAt`: ms since 1970 UTC. */
  credential: { hash: string; changedAt: number } | null;
};

/** How an attempt ended: the closed vocabulary of the audit. The page of signing in never shows it. */
export type SignInResult = UserAttempt['result'];

export type Attempt = { at: number; userId: string | null; origin: AttemptOrigin; result: SignInResult };

export type SignInStore = {
  /** Null: nobody has this name. */
  find: (name: string) => Promise<Candidate | null>;
  findById: (id: string) => Promise<Candidate | null>;
  record: (attempt: Attempt) => Promise<void>;
  /** The newest first. */
  attemptsOf: (userId: string, limit: number) => Promise<Attempt[]>;
  /** Forgets attempts of before this moment. */
  forget: (before: number) => Promise<void>;
  /** Replaces a hash by one of the same password at a higher cost, if it is still the one that was read. */
  rehash: (userId: string, before: string, after: string) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;

const findCandidate =
  (query: Query, column: 'id' | 'nameKey') =>
  async (value: string): Promise<Candidate | null> => {
    const row = await (
      await query()
    )
      .selectFrom('users')
      .leftJoin('credentials', 'credentials.userId', 'users.id')
      .leftJoin('directoryObjects', 'directoryObjects.userId', 'users.id')
      .select([
        'id',
        'kind',
        'state',
        'name',
        'displayName',
        'mail',
        'language',
        'isActive',
        'mustChangePassword',
      ])
      .select(['mayUseBasicAuthentication', 'hash', 'changedAt'])
      .where(column, '=', value)
      .where('kind', '!=', 'directoryGroup')
      .executeTakeFirst();
    if (!row) return null;
    const { id, name, displayName, mail, hash, changedAt } = row;
    const language = languageSchema.nullable().catch(null).parse(row.language);
    return {
      ...{ id, name, displayName, mail, language },
      isActive: row.isActive === 1 && (row.state ?? 'present') === 'present',
      isLocal: row.kind === 'localUser',
      mustChangePassword: row.mustChangePassword === 1,
      mayUseBasicAuthentication: row.mayUseBasicAuthentication === 1,
      credential: hash === null || changedAt === null ? null : { hash, changedAt },
    };
  };

/** Who may sign in, and who tried. */
export const createSignInStore = (query: Query): SignInStore => ({
  find: (name) => findCandidate(query, 'nameKey')(nameKey(name)),
  findById: findCandidate(query, 'id'),

  record: async ({ at, userId, origin, result }) => {
    const database = await query();
    await database
      .insertInto('signInAttempts')
      .values({ at, userId, ...origin, result })
      .execute();
    if (userId !== null && result === 'success')
      await database.updateTable('users').set({ lastSignInAt: at }).where('id', '=', userId).execute();
  },

  attemptsOf: async (userId, limit) => {
    const rows = await (
      await query()
    )
      .selectFrom('signInAttempts')
      .selectAll()
      .where('userId', '=', userId)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ at, door, machine, result }) => ({
      ...{ at, userId, origin: { door, machine } },
      result: attemptResults.find((known) => known === result) ?? 'wrongPassword',
    }));
  },

  forget: async (before) => {
    await (await query()).deleteFrom('signInAttempts').where('at', '<', before).execute();
  },

  rehash: async (userId, before, after) => {
    await (
      await query()
    )
      .updateTable('credentials')
      .set({ hash: after })
      .where('userId', '=', userId)
      .where('hash', '=', before)
      .execute();
  },
});
