import { useRoles } from '../roles/rolesQueries.ts';
import { useRoleName } from '../roles/useRoleName.ts';

/** Gives what the role with this id is called; one that somebody may not see keeps its identifier. */
export const useRoleNames = (): ((roleId: string) => string) => {
  const roles = useRoles().data?.roles ?? [];
  const nameOf = useRoleName();
  const names = new Map(roles.map((role) => [role.id, nameOf(role)]));
  return (roleId) => names.get(roleId) ?? nameOf({ id: roleId, name: roleId.slice(0, 8) });
};
