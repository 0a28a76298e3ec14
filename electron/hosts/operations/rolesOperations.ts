import type { RightsService } from '../../services/users/rights/rightsService.ts';
import type { RoleService } from '../../services/users/roleService.ts';
import type { RoleUsers } from '../../services/users/roleUsers.ts';
import { actorOf } from '../actorOf.ts';
import type { Implementer } from '../implementer.ts';

export type RoleServices = {
  roles: RoleService;
  roleUsers: RoleUsers;
  rights: Pick<RightsService, 'checkPermissions'>;
};

/** Answers the operations of `roles`; failures are those of the services. */
export const createRolesOperations = (os: Implementer, { roles, roleUsers, rights }: RoleServices) => ({
  listRoles: os.roles.listRoles.handler(async () => ({ roles: await roles.listRoles() })),
  createRole: os.roles.createRole.handler(async ({ input, context }) => ({
    role: await roles.createRole(input.values, actorOf(context)),
  })),
  saveRole: os.roles.saveRole.handler(async ({ input, context }) => ({
    role: await roles.saveRole(input, actorOf(context)),
  })),
  previewDeletion: os.roles.previewDeletion.handler(({ input }) => roles.previewDeletion(input.id)),
  deleteRole: os.roles.deleteRole.handler(async ({ input, context }) => {
    await roles.deleteRole(input, actorOf(context));
    return {};
  }),
  listRoleUsers: os.roles.listRoleUsers.handler(({ input, context }) =>
    roleUsers.listRoleUsers(input, actorOf(context)),
  ),
  listFolderUsers: os.roles.listFolderUsers.handler(({ input }) => roleUsers.listFolderUsers(input)),
  setRoleUsers: os.roles.setRoleUsers.handler(async ({ input, context }) => {
    await roleUsers.setRoleUsers(input, actorOf(context));
    return {};
  }),
  checkPermissions: os.roles.checkPermissions.handler(({ input }) =>
    rights.checkPermissions(input.userId, input.without, input.asksDirectory),
  ),
});
