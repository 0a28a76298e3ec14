import { Spinner, Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { HolderCounts } from '../../../electron/contract/users/holders.ts';
import type { Folder } from '../../../electron/contract/users/folder.ts';
import { RefusalBar } from '../../controls/RefusalBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { HolderNames } from '../roles/HolderNames.tsx';
import { show } from '../roles/rolesPlace.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { useFolderCommand, useFolderDeletion, useFolderUsers } from './folderQueries.ts';

type Deletion = { revision: number; holders: HolderCounts };

/** Says what lies in the folder or who loses a role with it, and deletes an empty one. */
export const DeleteFolderDialog = ({ folder, onClose }: { folder: Folder; onClose: () => void }) => {
  const { t } = useTranslation(['folders', 'shell']);
  const toast = useToast();
  const { id, name } = folder;
  const preview = useFolderDeletion(id);
  const holders = useFolderUsers(id).data;
  const deletion = useFolderCommand((client, { revision, holders: losing }: Deletion) =>
    client.deleteFolder({ id, revision, holders: losing }),
  );
  const { data } = preview;
  const isEmpty = data !== undefined && data.folders + data.profiles === 0;
  const confirm = () => {
    if (!isEmpty) return;
    deletion.mutate(data, {
      onSuccess: () => {
        onClose();
        toast(t('delete.done', { name }));
        show({ tab: 'folders', id: folder.parentId });
      },
    });
  };
  return (
    <ActionDialog
      title={t('delete.title', { name })}
      action={t('delete.action')}
      isBusy={deletion.isPending}
      canAct={isEmpty}
      failure={preview.error}
      onSubmit={confirm}
      onClose={onClose}
    >
      {!data && <Spinner label={t('shell:loading')} />}
      {data && !isEmpty && (
        <Text>{t('delete.notEmpty', { folders: data.folders, profiles: data.profiles })}</Text>
      )}
      {data && isEmpty && <Text>{t('delete.consequence', { ...data.holders })}</Text>}
      {isEmpty && holders && <HolderNames holders={holders.holders} total={holders.total} />}
      <RefusalBar error={deletion.error} />
    </ActionDialog>
  );
};
