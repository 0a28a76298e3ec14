import type { Kysely } from 'kysely';
import type { UserGrant } from '../../contract/users/user.ts';
import { inOneStep } from '../database/inOneStep.ts';
import { inParts } from '../database/inParts.ts';
import type { Tables } from '../database/tables.ts';

/** All of these users or, when it fails, none. */
export type UserBulkWriting = {
  setActive: (ids: readonly string[], isActive: boolean) => Promise<void>;
  /** Gives a role that some may hold already. */
  addGrant: (ids: readonly string[], grant: UserGrant) => Promise<void>;
  removeGrant: (ids: readonly string[], grant: UserGrant) => Promise<void>;
  remove: (ids: readonly string[]) => Promise<void>;
};

/** A role that is given or taken is a change of the user too. */
const noteChange = (database: Kysely<Tables>, ids: readonly string[]) =>
  database
    .updateTable('users')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('id', 'in', ids);

/** What is done to many users, however many. */
export const createUserBulkWriting = (query: () => Promise<Kysely<Tables>>): UserBulkWriting => {
  const inEachPart = async (
    ids: readonly string[],
    work: (transaction: Kysely<Tables>, part: readonly string[]) => Promise<unknown>,
  ): Promise<void> =>
    inOneStep(await query(), async (transaction) => {
      for (const part of inParts(ids)) await work(transaction, part);
    });

  return {
    setActive: (ids, isActive) =>
      inEachPart(ids, async (transaction, part) => {
        await transaction
          .updateTable('users')
          .set((set) => ({ isActive: isActive ? 1 : 0, revision: set('revision', '+', 1) }))
          .where('id', 'in', part)
          .execute();
      }),

    addGrant: (ids, grant) =>
      inEachPart(ids, async (transaction, part) => {
        await transaction
          .insertInto('grants')
          .values(part.map((userId) => ({ userId, ...grant })))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await noteChange(transaction, part).execute();
      }),

    removeGrant: (ids, { roleId, folderId }) =>
      inEachPart(ids, async (transaction, part) => {
        await transaction
          .deleteFrom('grants')
          .where('userId', 'in', part)
          .where('roleId', '=', roleId)
          .where('folderId', folderId === null ? 'is' : '=', folderId)
          .execute();
        await noteChange(transaction, part).execute();
      }),

    remove: (ids) =>
      inEachPart(ids, (transaction, part) =>
        transaction.deleteFrom('users').where('id', 'in', part).execute(),
      ),
  };
};
