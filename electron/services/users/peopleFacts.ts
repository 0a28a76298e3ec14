import type { UserGrant } from '../../contract/users/user.ts';
import type { PeopleStores } from '../../stores/users/peopleTransaction.ts';
import type { StoredUser } from '../../stores/users/userStore.ts';
import type { KnownFolder, KnownRole } from '../../stores/users/roleReading.ts';

/** What the rules of users need to know of everybody. */
export type PeopleFacts = {
  roles: ReadonlyMap<string, KnownRole>;
  folders: ReadonlyMap<string, KnownFolder>;
  /** How many users can sign in here and hold role Administrator everywhere: themselves, and not through a group. */
  activeAdministrators: number;
};

export const readPeopleFacts = async ({
  roles,
  users,
}: Pick<PeopleStores, 'roles' | 'users'>): Promise<PeopleFacts> => {
  const known = await roles.listRoles();
  const administrator = known.find(({ isAdministrator }) => isAdministrator);
  return {
    roles: new Map(known.map((role) => [role.id, role])),
    folders: new Map((await roles.listFolders()).map((folder) => [folder.id, folder])),
    activeAdministrators: administrator ? await users.countActiveHolders(administrator.id) : 0,
  };
};

/**
 * True for who can sign in whatever becomes of the directory. False for one who is deactivated, and for one whom nobody gave a
 * password yet.
 */
export const canSignIn = ({
  kind,
  isActive,
  hasPassword,
}: Pick<StoredUser, 'kind' | 'isActive' | 'hasPassword'>): boolean =>
  kind === 'localUser' && isActive && hasPassword;

/** True when one of the grants is the role Administrator, everywhere. */
export const makesAdministrator = (
  grants: readonly UserGrant[],
  { roles }: Pick<PeopleFacts, 'roles'>,
): boolean =>
  grants.some(({ roleId, folderId }) => folderId === null && roles.get(roleId)?.isAdministrator === true);
