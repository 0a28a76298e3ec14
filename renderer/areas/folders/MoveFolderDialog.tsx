import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../electron/contract/users/folder.ts';
import { SaveRefusalBar } from '../../controls/SaveRefusalBar.tsx';
import { useHolds } from '../../shell/useSession.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { useFolderCommand } from './folderQueries.ts';
import { FolderSelect } from './FolderSelect.tsx';
import { withAllInside } from './folderTree.ts';

type MoveFolderDialogProps = { folder: Folder; folders: readonly Folder[]; onClose: () => void };

/** Puts a folder with all that lies in it into another one. */
export const MoveFolderDialog = ({ folder, folders, onClose }: MoveFolderDialogProps) => {
  const { t } = useTranslation('folders');
  const holds = useHolds();
  const [parentId, setParentId] = useState(folder.parentId);
  const moving = useFolderCommand((client, revision: number) =>
    client.moveFolder({ id: folder.id, revision, parentId }),
  );
  const moveOver = (revision: number): void => moving.mutate(revision, { onSuccess: onClose });
  const moved = withAllInside(folders, folder.id);
  const isSame = parentId === folder.parentId;
  return (
    <ActionDialog
      title={t('move.title', { name: folder.name })}
      action={t('move.action')}
      isBusy={moving.isPending}
      canAct={!isSame}
      failure={null}
      onSubmit={() => !isSame && moveOver(folder.revision)}
      onClose={onClose}
    >
      <FolderSelect
        label={t('move.into')}
        hint={t('move.help')}
        nothing={holds('folders.edit', null) || folder.parentId === null ? t('top') : null}
        value={parentId}
        onChange={setParentId}
        isOffered={(id) => !moved.has(id) && holds('folders.edit', id)}
      />
      <SaveRefusalBar error={moving.error} onSaveMine={moveOver} onTakeTheirs={onClose} />
    </ActionDialog>
  );
};
