import { isInFolders, type Permission } from '../../../contract/permissions.ts';
import type { Grant, RightsModel, RightSource } from './rightsModel.ts';

/** The shortest way from a person to each group that the person is in, directly or through others. */
export const pathsFrom = (
  principalId: string,
  memberOf: RightsModel['memberOf'],
): ReadonlyMap<string, readonly string[]> => {
  const paths = new Map<string, readonly string[]>([[principalId, [principalId]]]);
  /** A map gives also what is added while it is walked. */
  for (const [id, path] of paths)
    for (const group of memberOf.get(id) ?? []) if (!paths.has(group)) paths.set(group, [...path, group]);
  return paths;
};

/** True when a role that is held there gives the right. */
const isGiven = ({ permission, folderId }: RightSource): boolean =>
  folderId === null || isInFolders(permission);

const sourcesOf = ({ roleId, folderId }: Grant, path: readonly string[], model: RightsModel): RightSource[] =>
  (model.permissions.get(roleId) ?? []).map((permission) => ({ permission, roleId, folderId, path }));

/** Every right of every role that a person holds, also those that its place withholds. */
const computeSources = (personId: string, model: RightsModel): RightSource[] => {
  const paths = pathsFrom(personId, model.memberOf);
  return model.grants.flatMap((grant) => {
    const path = paths.get(grant.principalId);
    return path ? sourcesOf(grant, path, model) : [];
  });
};

/**
 * Every right of a person, with everything that gives it: a right that has no source is not held. The union of what is
 * explicit and what is inherited (U12); nothing takes a right away.
 */
export const computeRights = (personId: string, model: RightsModel): RightSource[] =>
  computeSources(personId, model).filter(isGiven);

/** What a person's roles hold and do not give, because they are held for a folder and the right is not about folders. */
export const computeWithheld = (personId: string, model: RightsModel): RightSource[] =>
  computeSources(personId, model).filter((source) => !isGiven(source));

/** A folder with all that it lies in, the nearest first, and null, which stands for everywhere, at last. */
export const foldersAbove = (
  folderId: string | null,
  parents: RightsModel['parents'],
): readonly (string | null)[] => {
  const above: (string | null)[] = [];
  let present = folderId;
  while (present !== null && !above.includes(present)) {
    above.push(present);
    present = parents.get(present) ?? null;
  }
  return [...above, null];
};

/** What allows `permission` in this folder, or everywhere for null; empty: it is not allowed. */
export const sourcesFor = (
  rights: readonly RightSource[],
  permission: Permission,
  folderId: string | null,
  parents: RightsModel['parents'],
): RightSource[] => {
  const above = foldersAbove(folderId, parents);
  return rights.filter((source) => source.permission === permission && above.includes(source.folderId));
};

/** The model as it were without a role or a group: what would then be lost? */
export const without = (model: RightsModel, taken: { roleId: string } | { groupId: string }): RightsModel => {
  if ('roleId' in taken)
    return { ...model, grants: model.grants.filter(({ roleId }) => roleId !== taken.roleId) };
  const memberOf = [...model.memberOf].map(
    ([id, groups]) => [id, groups.filter((group) => group !== taken.groupId)] as const,
  );
  return { ...model, memberOf: new Map(memberOf) };
};
