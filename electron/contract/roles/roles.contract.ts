import { z } from 'zod';
import { command, query } from '../operation.ts';
import { holderCountsSchema, holderSchema, roleHolderSchema } from '../users/holders.ts';
import { permissionCheckSchema, takenAwaySchema } from '../users/permissionCheck.ts';
import { roleSchema, roleValuesSchema } from '../users/role.ts';

const id = z.strictObject({ id: z.uuid() });
const revision = z.strictObject({ revision: z.int().nonnegative() });
const part = { offset: z.int().nonnegative(), limit: z.int().min(1).max(500) };
const holderList = z.strictObject({ total: z.int(), holders: z.array(holderSchema) });
const roleHolderList = holderList.extend({ holders: z.array(roleHolderSchema) });
const userIds = z.array(z.uuid()).max(1_000);

/** Which users get or lose a role in one place; `folderId` null: everywhere. */
export const setRoleUsersInputSchema = id.extend({
  folderId: z.uuid().nullable(),
  add: userIds,
  remove: userIds,
});
export type SetRoleUsersInput = z.infer<typeof setRoleUsersInputSchema>;

export const rolesContract = {
  /** All roles by name. */
  listRoles: query('roles.view').output(z.strictObject({ roles: z.array(roleSchema) })),
  /** INVALID_INPUT also for permissions that the caller does not hold. */
  createRole: command('roles.create', { subject: 'values.name' })
    .input(z.strictObject({ values: roleValuesSchema }))
    .output(z.strictObject({ role: roleSchema })),
  /** CONFLICT; INVALID_INPUT also for permissions that are added or taken and that the caller does not hold. */
  saveRole: command('roles.edit', { subject: 'id' })
    .input(id.extend({ ...revision.shape, values: roleValuesSchema }))
    .output(z.strictObject({ role: roleSchema })),
  /** Who would lose the role with `deleteRole`. */
  previewDeletion: query('roles.view')
    .input(id)
    .output(revision.extend({ holders: holderCountsSchema })),
  /** `holders`: who loses it, as the preview said; CONFLICT when that is no longer so. NOT_ALLOWED for more than the caller holds. */
  deleteRole: command('roles.delete', { subject: 'id' })
    .input(id.extend({ ...revision.shape, holders: holderCountsSchema }))
    .output(z.strictObject({})),
  /** Who holds a role, and where, by name. */
  listRoleUsers: query(['users.view', 'roles.view']).input(id.extend(part)).output(roleHolderList),
  /** Who holds a role for this folder itself, not for one that it lies in, by name. */
  listFolderUsers: query(['users.view', 'roles.view']).input(id.extend(part)).output(holderList),
  /** *Manage users* (REQUIREMENTS U25). All or nothing. RESTRICTED; INVALID_INPUT to give more than the caller holds, NOT_ALLOWED to take it. */
  setRoleUsers: command(['users.view', 'roles.edit'], { subject: 'id' })
    .input(setRoleUsersInputSchema)
    .output(z.strictObject({})),
  /**
   * *Check permissions* (U25, N10); `without` shows what would be lost. Not `asksDirectory`: it is answered at once, and how somebody is
   * in groups of the directory is not known.
   */
  checkPermissions: query(['users.view', 'roles.view'])
    .input(
      z.strictObject({ userId: z.uuid(), without: takenAwaySchema.nullable(), asksDirectory: z.boolean() }),
    )
    .output(permissionCheckSchema),
};
