import type { Kysely, SqlBool } from 'kysely';
import type { UserGrant, UserKind, UserValues } from '../../contract/users/user.ts';
import { inOneStep } from '../database/inOneStep.ts';
import { inParts } from '../database/inParts.ts';
import type { Tables, UserRow } from '../database/tables.ts';
import { nameKey } from './nameKey.ts';
import { createUserBulkWriting, type UserBulkWriting } from './userBulkWriting.ts';

/** A user as stored; moments in ms since 1970 UTC. */
export type StoredUser = UserValues & {
  id: string;
  kind: UserKind;
  /** The predefined user *admin* (U22). */
  isBuiltIn: boolean;
  /** Has a password, here or in a directory. */
  hasPassword: boolean;
  createdAt: number;
  lastSignInAt: number | null;
  revision: number;
  grants: readonly UserGrant[];
};

export type NewUser = {
  id: string;
  kind: UserKind;
  isBuiltIn: boolean;
  values: UserValues;
  grants: readonly UserGrant[];
  createdAt: number;
};

/** Throws `isTaken` errors for a name that somebody has. */
export type UserStore = UserBulkWriting & {
  find: (id: string) => Promise<StoredUser | null>;
  /** In no order; those that are gone are not among them. */
  findAll: (ids: readonly string[]) => Promise<StoredUser[]>;
  /** The ids of those who have one of these names, by the name as it is compared. */
  findIdsByName: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  add: (user: NewUser) => Promise<void>;
  /** False when the user is not, or no longer, of this revision. */
  replace: (
    id: string,
    revision: number,
    values: UserValues,
    grants: readonly UserGrant[],
  ) => Promise<boolean>;
  /** The choice of the user alone: whoever edits the user meanwhile is not disturbed, so the revision stays. */
  setLanguage: (id: string, language: UserValues['language']) => Promise<void>;
  /** How many hold a role everywhere, themselves, are active and have a password here: they need no directory to sign in. */
  countActiveHolders: (roleId: string) => Promise<number>;
};

type Query = () => Promise<Kysely<Tables>>;

const flag = (value: boolean): number => (value ? 1 : 0);

const searchTextOf = ({ name, displayName, mail }: UserValues): string =>
  nameKey([name, displayName, mail ?? ''].join(' '));

const toRow = (values: UserValues) => ({
  name: values.name,
  nameKey: nameKey(values.name),
  displayName: values.displayName,
  mail: values.mail,
  language: values.language,
  isActive: flag(values.isActive),
  mayUseBasicAuthentication: flag(values.mayUseBasicAuthentication),
  mustChangePassword: flag(values.mustChangePassword),
  searchText: searchTextOf(values),
});

const isLanguage = (language: string | null): language is 'en' | 'fr' | 'de' =>
  language === 'en' || language === 'fr' || language === 'de';

const toUser = (row: UserRow & { hasHash: SqlBool }, grants: readonly UserGrant[]): StoredUser => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  displayName: row.displayName,
  mail: row.mail,
  language: isLanguage(row.language) ? row.language : null,
  isActive: row.isActive === 1,
  isBuiltIn: row.isBuiltIn === 1,
  hasPassword: row.kind === 'directoryUser' || row.hasHash === 1,
  mayUseBasicAuthentication: row.mayUseBasicAuthentication === 1,
  mustChangePassword: row.mustChangePassword === 1,
  createdAt: row.createdAt,
  lastSignInAt: row.lastSignInAt,
  revision: row.revision,
  grants,
});

const replaceGrants = async (
  transaction: Kysely<Tables>,
  userId: string,
  grants: readonly UserGrant[],
): Promise<void> => {
  await transaction.deleteFrom('grants').where('userId', '=', userId).execute();
  if (grants.length > 0)
    await transaction
      .insertInto('grants')
      .values(grants.map((grant) => ({ userId, ...grant })))
      .execute();
};

const readPart = async (database: Kysely<Tables>, ids: readonly string[]): Promise<StoredUser[]> => {
  const rows = await database
    .selectFrom('users')
    .leftJoin('credentials', 'credentials.userId', 'users.id')
    .selectAll('users')
    .select(({ eb }) => eb('hash', 'is not', null).as('hasHash'))
    .where('id', 'in', ids)
    .execute();
  const grants = await database.selectFrom('grants').selectAll().where('userId', 'in', ids).execute();
  const grantsOf = Map.groupBy(grants, ({ userId }) => userId);
  return rows.map((row) =>
    toUser(
      row,
      (grantsOf.get(row.id) ?? []).map(({ roleId, folderId }) => ({ roleId, folderId })),
    ),
  );
};

const createReading = (query: Query): Pick<UserStore, 'findAll' | 'findIdsByName'> => ({
  findAll: async (ids) => {
    const database = await query();
    const users: StoredUser[] = [];
    for (const part of inParts(ids)) users.push(...(await readPart(database, part)));
    return users;
  },

  findIdsByName: async (names) => {
    const database = await query();
    const found = new Map<string, string>();
    for (const part of inParts(names)) {
      const keys = part.map(nameKey);
      const rows = await database
        .selectFrom('users')
        .select(['id', 'nameKey'])
        .where('nameKey', 'in', keys)
        .execute();
      for (const row of rows) found.set(row.nameKey, row.id);
    }
    return found;
  },
});

const createWriting = (query: Query): Pick<UserStore, 'add' | 'replace' | 'setLanguage'> => ({
  add: async ({ id, kind, isBuiltIn, values, grants, createdAt }) => {
    await inOneStep(await query(), async (transaction) => {
      const fresh = { id, kind, isBuiltIn: flag(isBuiltIn), createdAt, lastSignInAt: null, revision: 1 };
      await transaction
        .insertInto('users')
        .values({ ...fresh, ...toRow(values) })
        .execute();
      await replaceGrants(transaction, id, grants);
    });
  },

  replace: async (id, revision, values, grants) =>
    inOneStep(await query(), async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('users')
        .set({ ...toRow(values), revision: revision + 1 })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await replaceGrants(transaction, id, grants);
      return true;
    }),

  setLanguage: async (id, language) => {
    await (await query()).updateTable('users').set({ language }).where('id', '=', id).execute();
  },
});

/** Users in the table of that name, with the roles that they hold themselves. */
export const createUserStore = (query: Query): UserStore => {
  const reading = createReading(query);
  return {
    ...reading,
    ...createWriting(query),
    ...createUserBulkWriting(query),
    find: async (id) => (await reading.findAll([id]))[0] ?? null,
    countActiveHolders: async (roleId) => {
      const { count } = await (
        await query()
      )
        .selectFrom('grants')
        .innerJoin('users', 'users.id', 'grants.userId')
        .where('grants.roleId', '=', roleId)
        .where('grants.folderId', 'is', null)
        .where('users.isActive', '=', 1)
        .innerJoin('credentials', 'credentials.userId', 'users.id')
        .where('users.kind', '=', 'localUser')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
  };
};
