import { useState } from 'react';
import { useMay, useSession } from '../../shell/useSession.ts';

/**
 * The folder that a new profile will lie in: none to begin with or, for somebody who may create profiles in folders only,
 * the first of these.
 */
export const useNewFolder = () => {
  const inFolders = useSession().data?.folderPermissions ?? [];
  const mayEverywhere = useMay('mail.create');
  const [chosen, choose] = useState<string | null>(null);
  const first = inFolders.find(({ permissions }) => permissions.includes('mail.create'))?.folderId ?? null;
  return { folderId: chosen ?? (mayEverywhere ? null : first), choose };
};

export type NewFolder = ReturnType<typeof useNewFolder>;
