import { type Permission, permissions } from '../../../contract/permissions.ts';
import type { CheckedPermission, Place, RightReason } from '../../../contract/users/permissionCheck.ts';
import { foldersAbove, sourcesFor } from './computeRights.ts';
import type { RightsModel, RightSource } from './rightsModel.ts';

/** What roles, folders and groups are called, by id; and into which groups the way is not known. */
export type RightsNames = Readonly<Record<'roles' | 'folders' | 'groups', ReadonlyMap<string, string>>> & {
  unreached: ReadonlySet<string>;
};

type Parents = RightsModel['parents'];
/** The rights of a person, those that are withheld, and those left without what is thought away; null: nothing is. */
type Compared = Readonly<Record<'held' | 'withheld', readonly RightSource[]>> & {
  left: readonly RightSource[] | null;
};

const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** By what a person reads, what comes first in it decides; ids decide between things of the same name. */
const sortedBy = <Item>(items: readonly Item[], keyOf: (item: Item) => readonly string[]): Item[] =>
  items.toSorted((one, other) => inOrder(keyOf(one).join('\0'), keyOf(other).join('\0')));

const keyOfPlace = (place: Place): string[] => (place === null ? [] : [...place.names, '', place.id]);

const keyOfReason = ({ role, place, groups }: RightReason): string[] => [
  groups.length > 0 ? 'inherited' : 'explicit',
  role.name,
  ...[role.id, ...keyOfPlace(place)],
  ...['', ...groups.flatMap(({ name, id }) => [name, id])],
];

/** The places where a permission is allowed, without those that lie in another one. */
const topmostPlaces = (
  sources: readonly RightSource[],
  permission: Permission,
  parents: Parents,
): (string | null)[] => {
  const granted = new Set(
    sources.filter((source) => source.permission === permission).map(({ folderId }) => folderId),
  );
  const isCovered = (folderId: string | null): boolean =>
    folderId !== null &&
    foldersAbove(folderId, parents).some((above) => above !== folderId && granted.has(above));
  return [...granted].filter((folderId) => !isCovered(folderId));
};

const createNaming = (parents: Parents, names: RightsNames) => {
  const nameOf = (kind: 'roles' | 'folders' | 'groups', id: string): string => names[kind].get(id) ?? id;

  const toPlace = (folderId: string | null): Place => {
    if (folderId === null) return null;
    const way = foldersAbove(folderId, parents).filter((above) => above !== null);
    return { id: folderId, names: way.toReversed().map((id) => nameOf('folders', id)) };
  };

  const toReason = ({ roleId, folderId, path }: RightSource): RightReason => ({
    role: { id: roleId, name: nameOf('roles', roleId) },
    place: toPlace(folderId),
    groups: path.slice(1).map((id) => ({ id, name: nameOf('groups', id) })),
    isPathKnown: !path.slice(1, 2).some((id) => names.unreached.has(id)),
  });

  return {
    toPlaces: (folderIds: readonly (string | null)[]): Place[] =>
      sortedBy(folderIds.map(toPlace), keyOfPlace),
    toReasons: (sources: readonly RightSource[]): RightReason[] =>
      sortedBy(sources.map(toReason), keyOfReason),
  };
};

/** Every permission in the order of the contract: where it is allowed, because of what, and what is left (N10). */
export const checkEachPermission = (
  { held, withheld, left }: Compared,
  parents: Parents,
  names: RightsNames,
): CheckedPermission[] => {
  const { toPlaces, toReasons } = createNaming(parents, names);
  return permissions.map((permission) => {
    const isAbout = (source: RightSource): boolean => source.permission === permission;
    const places = topmostPlaces(held, permission, parents);
    const isLeft = (place: string | null): boolean =>
      left === null || sourcesFor(left, permission, place, parents).length > 0;
    return {
      permission,
      places: toPlaces(places),
      reasons: toReasons(held.filter(isAbout)),
      withheld: places.length > 0 ? [] : toReasons(withheld.filter(isAbout)),
      placesWithout: left && toPlaces(topmostPlaces(left, permission, parents)),
      isLost: !places.every(isLeft),
    };
  });
};
