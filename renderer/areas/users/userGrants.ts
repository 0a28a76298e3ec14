import { administratorRoleId } from '../../../electron/contract/users/role.ts';
import type { UserGrant } from '../../../electron/contract/users/user.ts';

export const isSameGrant = (one: UserGrant, other: UserGrant): boolean =>
  one.roleId === other.roleId && one.folderId === other.folderId;

/** What makes an administrator: the role Administrator, held everywhere. */
export const isAdministration = ({ roleId, folderId }: UserGrant): boolean =>
  roleId === administratorRoleId && folderId === null;

/** The grants with this one among them, once. */
export const withGrant = (grants: readonly UserGrant[], grant: UserGrant): readonly UserGrant[] =>
  grants.some((held) => isSameGrant(held, grant)) ? grants : [...grants, grant];

export const withoutGrant = (grants: readonly UserGrant[], grant: UserGrant): readonly UserGrant[] =>
  grants.filter((held) => !isSameGrant(held, grant));
