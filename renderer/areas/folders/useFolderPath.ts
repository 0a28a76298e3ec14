import { useTranslation } from 'react-i18next';
import { useFolders } from './folderQueries.ts';
import { wayTo } from './folderTree.ts';

/** Gives the names on the way to a folder: `Europe / Berlin`. One that is gone, or that somebody may not see, keeps its identifier. */
export const useFolderPath = (): ((id: string) => string) => {
  const { t } = useTranslation('folders');
  const folders = useFolders().data?.folders ?? [];
  return (id) => wayTo(folders, id).join(' / ') || t('unknown', { id: id.slice(0, 8) });
};
