import type { Kysely, Transaction } from 'kysely';
import type { UserGrant, UserKind, UserValues } from '../../contract/users/user.ts';
import type { Tables, UserRow } from '../database/tables.ts';
import { nameKey } from './nameKey.ts';

/** A user as stored; moments in ms since 1970 UTC. */
export type StoredUser = UserValues & {
  id: string;
  kind: UserKind;
  /** The predefined user *admin* (U22). */
  isBuiltIn: boolean;
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
export type UserStore = {
  find: (id: string) => Promise<StoredUser | null>;
  findAll: (ids: readonly string[]) => Promise<StoredUser[]>;
  add: (user: NewUser) => Promise<void>;
  /** False when the user is not, or no longer, of this revision. */
  replace: (
    id: string,
    revision: number,
    values: UserValues,
    grants: readonly UserGrant[],
  ) => Promise<boolean>;
  setActive: (ids: readonly string[], isActive: boolean) => Promise<void>;
  remove: (ids: readonly string[]) => Promise<void>;
  /** How many hold a role everywhere, themselves, and are active. */
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

const toUser = (row: UserRow, grants: readonly UserGrant[]): StoredUser => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  displayName: row.displayName,
  mail: row.mail,
  language: isLanguage(row.language) ? row.language : null,
  isActive: row.isActive === 1,
  isBuiltIn: row.isBuiltIn === 1,
  mayUseBasicAuthentication: row.mayUseBasicAuthentication === 1,
  mustChangePassword: row.mustChangePassword === 1,
  createdAt: row.createdAt,
  lastSignInAt: row.lastSignInAt,
  revision: row.revision,
  grants,
});

const replaceGrants = async (
  transaction: Transaction<Tables>,
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

const createFindAll =
  (query: Query): UserStore['findAll'] =>
  async (ids) => {
    const database = await query();
    const rows = await database.selectFrom('users').selectAll().where('id', 'in', ids).execute();
    const grants = await database.selectFrom('grants').selectAll().where('userId', 'in', ids).execute();
    return rows.map((row) =>
      toUser(
        row,
        grants
          .filter(({ userId }) => userId === row.id)
          .map(({ roleId, folderId }) => ({ roleId, folderId })),
      ),
    );
  };

const createWriting = (query: Query): Pick<UserStore, 'add' | 'replace' | 'setActive' | 'remove'> => ({
  add: async ({ id, kind, isBuiltIn, values, grants, createdAt }) => {
    await (await query()).transaction().execute(async (transaction) => {
      const fresh = { id, kind, isBuiltIn: flag(isBuiltIn), createdAt, lastSignInAt: null, revision: 1 };
      await transaction
        .insertInto('users')
        .values({ ...fresh, ...toRow(values) })
        .execute();
      await replaceGrants(transaction, id, grants);
    });
  },

  replace: async (id, revision, values, grants) =>
    (await query()).transaction().execute(async (transaction) => {
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

  setActive: async (ids, isActive) => {
    await (
      await query()
    )
      .updateTable('users')
      .set((set) => ({ isActive: flag(isActive), revision: set('revision', '+', 1) }))
      .where('id', 'in', ids)
      .execute();
  },

  remove: async (ids) => {
    await (await query()).deleteFrom('users').where('id', 'in', ids).execute();
  },
});

/** Users in the table of that name, with the roles that they hold themselves. */
export const createUserStore = (query: Query): UserStore => {
  const findAll = createFindAll(query);
  return {
    ...createWriting(query),
    findAll,
    find: async (id) => (await findAll([id]))[0] ?? null,
    countActiveHolders: async (roleId) => {
      const { count } = await (
        await query()
      )
        .selectFrom('grants')
        .innerJoin('users', 'users.id', 'grants.userId')
        .where('grants.roleId', '=', roleId)
        .where('grants.folderId', 'is', null)
        .where('users.isActive', '=', 1)
        .where('users.kind', '!=', 'directoryGroup')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
  };
};
