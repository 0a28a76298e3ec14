import { Button, Spinner, Text } from '@fluentui/react-components';
import { FolderAdd16Regular } from '@fluentui/react-icons/svg/folder-add';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { TwoPanes } from '../../controls/TwoPanes.tsx';
import { useMay } from '../../shell/useSession.ts';
import { show } from '../roles/rolesPlace.ts';
import { FolderDialogs, type FolderQuestion } from './FolderDialogs.tsx';
import { FolderPane } from './FolderPane.tsx';
import { useFolders } from './folderQueries.ts';
import { FolderTree } from './FolderTree.tsx';

/** Every folder as a tree, and the one that is chosen: what lies in it and who holds a role for it (REQUIREMENTS U29). */
export const FoldersTab = ({ id }: { id: string | null }) => {
  const { t } = useTranslation(['folders', 'shell']);
  const { data, error } = useFolders();
  const mayCreate = useMay('folders.create');
  const [asked, setAsked] = useState<FolderQuestion | null>(null);
  if (!data) return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  const { folders } = data;
  const shown = folders.find((folder) => folder.id === id) ?? folders[0] ?? null;
  return (
    <>
      <TwoPanes
        listLabel={t('title')}
        list={
          <>
            {folders.length === 0 && <Text>{t('none')}</Text>}
            {shown && (
              <FolderTree
                folders={folders}
                shownId={shown.id}
                onShow={(folderId) => show({ tab: 'folders', id: folderId })}
                onAsk={(kind, folder) => setAsked({ kind, folder })}
              />
            )}
            {mayCreate && (
              <Button
                appearance="subtle"
                icon={<FolderAdd16Regular />}
                onClick={() => setAsked({ kind: 'create', folder: null })}
              >
                {t('create.top')}
              </Button>
            )}
          </>
        }
        detailsLabel={t('folder')}
        details={
          shown ? (
            <FolderPane key={shown.id} folder={shown} onAsk={(kind) => setAsked({ kind, folder: shown })} />
          ) : (
            <Text>{t('purpose')}</Text>
          )
        }
      />
      {asked && <FolderDialogs asked={asked} folders={folders} onClose={() => setAsked(null)} />}
    </>
  );
};
