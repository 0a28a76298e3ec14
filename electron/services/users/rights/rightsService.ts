import { fail } from '../../../contract/failures.ts';
import type { PermissionCheck, TakenAway } from '../../../contract/users/permissionCheck.ts';
import { administratorRoleId } from '../../../contract/users/role.ts';
import type { RightsStore } from '../../../stores/users/rightsStore.ts';
import { checkEachPermission } from './checkEachPermission.ts';
import { computeRights, computeWithheld, without } from './computeRights.ts';
import { type HeldPermissions, toHeldPermissions } from './heldPermissions.ts';
import type { RightsModel } from './rightsModel.ts';

/** The groups that somebody is in, directly and through others. A group that is known here has its id here. */
export type Memberships = {
  memberOf: RightsModel['memberOf'];
  /** What groups are called that are not known here. */
  names: ReadonlyMap<string, string>;
};

/**
 * The same with every group in between, and of when it is; null: no directory user. `unreached`: groups that somebody is in, how
 * is not known now.
 */
export type ExplainedMemberships = Memberships & {
  membership: PermissionCheck['membership'];
  unreached: ReadonlySet<string>;
};

/** `isAdministrator`: role Administrator is held everywhere, whether explicit or inherited. */
export type HeldRights = { held: HeldPermissions; isAdministrator: boolean };

export type RightsParts = {
  rights: RightsStore;
  membershipsOf: (userId: string) => Promise<Memberships>;
  /** For who wants to know why; not `isAsking`: as it is known here, without asking a directory for the way. */
  explain: (userId: string, isAsking: boolean) => Promise<ExplainedMemberships>;
};

type Folders = Awaited<ReturnType<RightsStore['listFolders']>>;
type Loaded = { model: RightsModel; folders: Folders };

/** Only what concerns this person; folders only where a role is held in one. */
const createLoading =
  (rights: RightsStore) =>
  async (personId: string, { memberOf }: Memberships): Promise<Loaded> => {
    const groupIds = new Set([...memberOf.values()].flat());
    const grants = await rights.grantsOf(personId, [...groupIds]);
    const permissions = await rights.permissionsOf([...new Set(grants.map(({ roleId }) => roleId))]);
    const folders = grants.some(({ folderId }) => folderId !== null) ? await rights.listFolders() : [];
    const model: RightsModel = {
      permissions,
      parents: new Map(folders.map(({ id, parentId }) => [id, parentId])),
      grants: grants.map(({ userId, ...grant }) => ({ principalId: userId, ...grant })),
      memberOf,
    };
    return { model, folders };
  };

/** What people may do and why, from what is stored now. */
export const createRightsService = ({ rights, membershipsOf, explain }: RightsParts) => {
  const load = createLoading(rights);

  const demandPerson = async (userId: string): Promise<PermissionCheck['user']> => {
    const [person] = await rights.findPeople([userId]);
    if (!person) throw fail('NOT_FOUND', {});
    return { ...person, isActive: person.isActive === 1 };
  };

  const groupNames = async ({ memberOf, names }: Memberships): Promise<ReadonlyMap<string, string>> => {
    const groups = await rights.findPeople([...new Set([...memberOf.values()].flat())]);
    return new Map([...names, ...groups.map(({ id, name }) => [id, name] as const)]);
  };

  return {
    /** What a person holds, for the checks of a call. Whether the user may sign in at all is not looked at. */
    heldBy: async (userId: string): Promise<HeldRights> => {
      const { model } = await load(userId, await membershipsOf(userId));
      const sources = computeRights(userId, model);
      return {
        held: toHeldPermissions(sources, model.parents),
        isAdministrator: sources.some(
          ({ roleId, folderId }) => roleId === administratorRoleId && folderId === null,
        ),
      };
    },

    /**
     * Every permission of a user or group, allowed or not, because of what, and what would be lost without a role or a
     * group (N10). The same answer for the same rows. Without `isAsking` nobody waits for a directory, and how somebody is in
     * its groups is not known. NOT_FOUND.
     */
    checkPermissions: async (
      userId: string,
      taken: TakenAway | null,
      isAsking: boolean,
    ): Promise<PermissionCheck> => {
      const user = await demandPerson(userId);
      const { membership, unreached, ...memberships } = await explain(userId, isAsking);
      const { model, folders } = await load(userId, memberships);
      const names = {
        roles: await rights.roleNames([...model.permissions.keys()]),
        folders: new Map(folders.map(({ id, name }) => [id, name])),
        groups: await groupNames(memberships),
        unreached,
      };
      const compared = {
        held: computeRights(userId, model),
        withheld: computeWithheld(userId, model),
        left: taken && computeRights(userId, without(model, taken)),
      };
      return { user, permissions: checkEachPermission(compared, model.parents, names), membership };
    },
  };
};

export type RightsService = ReturnType<typeof createRightsService>;
