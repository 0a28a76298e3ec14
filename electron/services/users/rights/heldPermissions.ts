import type { Permission } from '../../../contract/permissions.ts';
import { foldersAbove } from './computeRights.ts';
import type { RightsModel, RightSource } from './rightsModel.ts';

/** What a person may do. */
export type HeldPermissions = {
  everywhere: ReadonlySet<Permission>;
  /** By folder, also what a folder has from those that it lies in; folders where nothing is added are not listed. */
  inFolders: ReadonlyMap<string, ReadonlySet<Permission>>;
};

/** True when it is held in this folder; for null: everywhere. */
export const isHeld = (
  { everywhere, inFolders }: HeldPermissions,
  permission: Permission,
  folderId: string | null,
): boolean =>
  everywhere.has(permission) || (folderId !== null && inFolders.get(folderId)?.has(permission) === true);

/** True when it is held everywhere or in any folder. */
export const isHeldSomewhere = (
  { everywhere, inFolders }: HeldPermissions,
  permission: Permission,
): boolean =>
  everywhere.has(permission) || inFolders.values().some((permissions) => permissions.has(permission));

/** The first of these permissions that somebody would gain over a thing that is moved there; null: none. */
export const gainedByMove = (
  held: HeldPermissions,
  among: readonly Permission[],
  { from, to }: { from: string | null; to: string | null },
): Permission | null =>
  among.find((permission) => isHeld(held, permission, to) && !isHeld(held, permission, from)) ?? null;

/** The permissions that rights come to, in each of the folders that `parents` names. */
export const toHeldPermissions = (
  rights: readonly RightSource[],
  parents: RightsModel['parents'],
): HeldPermissions => {
  const granted = new Map<string | null, Set<Permission>>();
  for (const { folderId, permission } of rights)
    granted.set(folderId, (granted.get(folderId) ?? new Set()).add(permission));
  const inFolders = [...parents.keys()].flatMap((folderId) => {
    const held = foldersAbove(folderId, parents).flatMap((above) =>
      above === null ? [] : [...(granted.get(above) ?? [])],
    );
    return held.length > 0 ? [[folderId, new Set(held)] as const] : [];
  });
  return { everywhere: granted.get(null) ?? new Set(), inFolders: new Map(inFolders) };
};
