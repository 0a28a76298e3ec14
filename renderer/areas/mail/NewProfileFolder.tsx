import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHolds } from '../../shell/useSession.ts';
import { useFolders } from '../folders/folderQueries.ts';
import { FolderSelect } from '../folders/FolderSelect.tsx';
import type { NewFolder } from './useNewFolder.ts';

const useStyles = makeStyles({ folder: { paddingBlockEnd: tokens.spacingVerticalM } });

/** Where a new profile will lie; nothing while there are no folders (REQUIREMENTS U29). */
export const NewProfileFolder = ({ folder }: { folder: NewFolder }) => {
  const { t } = useTranslation(['mail', 'folders']);
  const styles = useStyles();
  const holds = useHolds();
  const folders = useFolders().data?.folders ?? [];
  if (folders.length === 0) return null;
  return (
    <div className={styles.folder}>
      <FolderSelect
        label={t('fields.folderId.label')}
        nothing={holds('mail.create', null) ? t('folders:top') : null}
        value={folder.folderId}
        onChange={folder.choose}
        isOffered={(id) => holds('mail.create', id)}
      />
    </div>
  );
};
