import type { Folder } from '../../../electron/contract/users/folder.ts';

/** A folder with those that lie in it, by name. */
export type FolderNode = { folder: Folder; inside: readonly FolderNode[] };

type Known = ReadonlyMap<string, Folder>;

const byId = (folders: readonly Folder[]): Known => new Map(folders.map((folder) => [folder.id, folder]));

const isTop = ({ parentId }: Folder, known: Known): boolean => parentId === null || !known.has(parentId);

/** The folders as a tree; one whose upper folder somebody may not see stands at the top. */
export const treeOf = (folders: readonly Folder[]): readonly FolderNode[] => {
  const known = byId(folders);
  const nodeOf = (folder: Folder): FolderNode => ({
    folder,
    inside: folders.filter(({ parentId }) => parentId === folder.id).map(nodeOf),
  });
  return folders.filter((folder) => isTop(folder, known)).map(nodeOf);
};

/** The names on the way to a folder, from the top; empty for one that is not known here. */
export const wayTo = (folders: readonly Folder[], id: string): string[] => {
  const known = byId(folders);
  const folder = known.get(id);
  if (!folder) return [];
  return [...(folder.parentId === null ? [] : wayTo(folders, folder.parentId)), folder.name];
};

/** A folder and all that lies in it, also in others. */
export const withAllInside = (folders: readonly Folder[], id: string): ReadonlySet<string> => {
  const inside = folders.filter(({ parentId }) => parentId === id);
  return new Set([id, ...inside.flatMap((folder) => [...withAllInside(folders, folder.id)])]);
};
