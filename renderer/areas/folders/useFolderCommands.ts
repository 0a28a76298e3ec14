import type { Folder } from '../../../electron/contract/users/folder.ts';
import { useMay } from '../../shell/useSession.ts';

/** What can be done with a folder; `create`: one that lies in it. */
export const folderCommands = ['create', 'rename', 'move', 'delete'] as const;
export type FolderCommand = (typeof folderCommands)[number];

/** Which of it the person may do with this folder. */
export const useFolderCommands = ({ id }: Folder): Readonly<Record<FolderCommand, boolean>> => {
  const mayEdit = useMay('folders.edit', id);
  return {
    create: useMay('folders.create', id),
    rename: mayEdit,
    move: mayEdit,
    delete: useMay('folders.delete', id),
  };
};
