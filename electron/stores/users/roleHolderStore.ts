import type { Kysely } from 'kysely';
import type { Holder } from '../../contract/users/holders.ts';
import type { Tables } from '../database/tables.ts';

export type RoleHolderStore = {
  /** A part of those who hold a role themselves, by name, and how many there are: one for each place. */
  list: (
    roleId: string,
    part: { offset: number; limit: number },
  ) => Promise<{ total: number; holders: Holder[] }>;
};

/** Who holds a role, and where. */
export const createRoleHolderStore = (query: () => Promise<Kysely<Tables>>): RoleHolderStore => ({
  list: async (roleId, { offset, limit }) => {
    const held = (await query())
      .selectFrom('grants')
      .innerJoin('users', 'users.id', 'grants.userId')
      .where('roleId', '=', roleId);
    const { total } = await held
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await held
      .select(['users.id', 'kind', 'name', 'displayName', 'isActive', 'folderId'])
      .orderBy('nameKey')
      .orderBy('folderId')
      .limit(limit)
      .offset(offset)
      .execute();
    return { total, holders: rows.map((row) => ({ ...row, isActive: row.isActive === 1 })) };
  },
});
