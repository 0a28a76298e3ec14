import { useTranslation } from 'react-i18next';
import { useHolds } from '../../shell/useSession.ts';
import { useFolders } from '../folders/folderQueries.ts';
import { FolderSelect } from '../folders/FolderSelect.tsx';
import type { NewFolder } from './useNewFolder.ts';

/** Where a new profile will lie; nothing while there are no folders (REQUIREMENTS U29). */
export const NewProfileFolder = ({ folder }: { folder: NewFolder }) => {
  const { t } = useTranslation(['mail', 'folders']);
  const holds = useHolds();
  const folders = useFolders().data?.folders ?? [];
  if (folders.length === 0) return null;
  return (
    <FolderSelect
      label={t('fields.folderId.label')}
      nothing={holds('mail.create', null) ? t('folders:top') : null}
      value={folder.folderId}
      onChange={folder.choose}
      isOffered={(id) => holds('mail.create', id)}
    />
  );
};
