import type { Kysely } from 'kysely';
import type { Holder } from '../../contract/users/holders.ts';
import type { Tables } from '../database/tables.ts';

/** A role wherever it is held, or every role that is held for a folder itself. */
export type HeldThing = { roleId: string } | { folderId: string };

export type RoleHolderStore = {
  /** A part of those who hold it themselves, by name, and how many there are: one for each role and place. */
  list: (
    held: HeldThing,
    part: { offset: number; limit: number },
  ) => Promise<{ total: number; holders: Holder[] }>;
};

/** Who holds which role, and where. */
export const createRoleHolderStore = (query: () => Promise<Kysely<Tables>>): RoleHolderStore => ({
  list: async (thing, { offset, limit }) => {
    const grants = (await query()).selectFrom('grants').innerJoin('users', 'users.id', 'grants.userId');
    const held =
      'roleId' in thing
        ? grants.where('roleId', '=', thing.roleId)
        : grants.where('folderId', '=', thing.folderId);
    const { total } = await held
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await held
      .select(['users.id', 'kind', 'name', 'displayName', 'isActive', 'roleId', 'folderId'])
      .orderBy('nameKey')
      .orderBy('folderId')
      .orderBy('roleId')
      .limit(limit)
      .offset(offset)
      .execute();
    return { total, holders: rows.map((row) => ({ ...row, isActive: row.isActive === 1 })) };
  },
});
