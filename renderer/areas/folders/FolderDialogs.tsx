import type { Folder } from '../../../electron/contract/users/folder.ts';
import { DeleteFolderDialog } from './DeleteFolderDialog.tsx';
import { FolderNameDialog } from './FolderNameDialog.tsx';
import { MoveFolderDialog } from './MoveFolderDialog.tsx';
import type { FolderCommand } from './useFolderCommands.ts';

/** What is asked before something is done with a folder. */
export type FolderQuestion =
  { kind: 'create'; folder: Folder | null } | { kind: FolderCommand; folder: Folder };

type FolderDialogsProps = { asked: FolderQuestion; folders: readonly Folder[]; onClose: () => void };

/** The dialog of what is asked. */
export const FolderDialogs = ({ asked, folders, onClose }: FolderDialogsProps) => {
  const { kind, folder } = asked;
  if (kind === 'create' || folder === null)
    return <FolderNameDialog parent={folder} folder={null} onClose={onClose} />;
  switch (kind) {
    case 'rename':
      return <FolderNameDialog parent={null} folder={folder} onClose={onClose} />;
    case 'move':
      return <MoveFolderDialog folder={folder} folders={folders} onClose={onClose} />;
    case 'delete':
      return <DeleteFolderDialog folder={folder} onClose={onClose} />;
  }
};
