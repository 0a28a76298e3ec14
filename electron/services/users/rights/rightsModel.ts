import type { Permission } from '../../../contract/permissions.ts';

/** A role that somebody, a user or a group, holds everywhere (`folderId` null) or in a folder and all below it. */
export type Grant = { principalId: string; roleId: string; folderId: string | null };

/** Everything that decides what a person may do. */
export type RightsModel = {
  /** By role. */
  permissions: ReadonlyMap<string, readonly Permission[]>;
  /** The folder that a folder lies in; null: in none. */
  parents: ReadonlyMap<string, string | null>;
  grants: readonly Grant[];
  /** The groups that a user or group is itself a member of. Groups may lie in each other, also in a ring. */
  memberOf: ReadonlyMap<string, readonly string[]>;
};

/** Because of what a person may do something. */
export type RightSource = {
  permission: Permission;
  roleId: string;
  /** Where it holds, with all below it; null: everywhere. */
  folderId: string | null;
  /** From the person to who holds the role, group by group; the person alone: the right is explicit (U12). */
  path: readonly string[];
};
