import { randomUUID } from 'node:crypto';
import { fail, refuseField } from '../../contract/failures.ts';
import type { Permission } from '../../contract/permissions.ts';
import type { HolderCounts } from '../../contract/users/holders.ts';
import { mostRoles, type Role, type RoleValues } from '../../contract/users/role.ts';
import { isTaken } from '../../stores/database/sqliteError.ts';
import type { RoleStore } from '../../stores/users/roleStore.ts';
import { valueChanges } from '../audit/valueChanges.ts';
import { type Actor, demandRights } from './actor.ts';
import { isHeld } from './rights/heldPermissions.ts';

type SaveRoleRequest = { id: string; revision: number; values: RoleValues };
type DeleteRoleRequest = { id: string; revision: number; holders: HolderCounts };

/** INVALID_INPUT: nobody gives a right to those who hold a role, or takes one from them, that they do not hold themselves. */
const demandHeld = (permissions: Iterable<Permission>, actor: Actor): void => {
  const permission = [...permissions].find((changed) => !isHeld(actor.held, changed, null));
  if (permission) throw refuseField(['values', 'permissions'], 'rightNotHeld', { permission });
};

const audited = ({ name, description, permissions }: RoleValues) => ({
  ...{ name, description },
  permissions: permissions.toSorted(),
});

const roleChanges = (before: RoleValues | null, after: RoleValues | null) =>
  valueChanges('role', before && audited(before), after && audited(after));

const namedOnce = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw isTaken(error) ? refuseField(['values', 'name'], 'roleNameTaken') : error;
  }
};

/** Roles, each with what it permits. */
export const createRoleService = (roles: RoleStore) => {
  const demand = async (id: string): Promise<Role> => {
    const role = await roles.find(id);
    if (!role) throw fail('NOT_FOUND', {});
    return role;
  };

  /** A role that can be changed, as it was when it was read. */
  const demandOwn = async (id: string, revision: number, { note }: Actor): Promise<Role> => {
    const role = await demand(id);
    note({ subject: role.name });
    if (role.isBuiltIn) throw refuseField(['id'], 'builtInRole');
    if (role.revision !== revision) throw fail('CONFLICT', { revision: role.revision });
    return role;
  };

  /** What another one did since this one looked. */
  const conflict = async (id: string) => fail('CONFLICT', { revision: (await demand(id)).revision });

  return {
    listRoles: (): Promise<Role[]> => roles.list(),

    /** INVALID_INPUT: the name is taken, a right is not held, or there are too many. */
    createRole: async (values: RoleValues, actor: Actor): Promise<Role> => {
      demandHeld(values.permissions, actor);
      if ((await roles.list()).length >= mostRoles)
        throw refuseField([], 'tooManyRoles', { limit: mostRoles });
      const id = randomUUID();
      await namedOnce(() => roles.add(id, values));
      actor.note({ changes: roleChanges(null, values) });
      return demand(id);
    },

    /** INVALID_INPUT, NOT_FOUND, CONFLICT. */
    saveRole: async ({ id, revision, values }: SaveRoleRequest, actor: Actor): Promise<Role> => {
      const before = await demandOwn(id, revision, actor);
      demandHeld(new Set(values.permissions).symmetricDifference(new Set(before.permissions)), actor);
      if (!(await namedOnce(() => roles.replace(id, revision, values)))) throw await conflict(id);
      actor.note({ changes: roleChanges(before, values) });
      return demand(id);
    },

    previewDeletion: async (id: string): Promise<Pick<Role, 'revision' | 'holders'>> => {
      const { revision, holders } = await demand(id);
      return { revision, holders };
    },

    /** INVALID_INPUT for the built-in role, NOT_FOUND, NOT_ALLOWED; CONFLICT also when others hold it than the preview said. */
    deleteRole: async ({ id, revision, holders }: DeleteRoleRequest, actor: Actor): Promise<void> => {
      const role = await demandOwn(id, revision, actor);
      demandRights(actor, ...role.permissions);
      if (!(await roles.remove(id, revision, holders))) throw await conflict(id);
      actor.note({ changes: roleChanges(role, null) });
    },
  };
};

export type RoleService = ReturnType<typeof createRoleService>;
