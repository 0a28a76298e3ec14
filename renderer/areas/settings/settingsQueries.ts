import { skipToken, useQuery } from '@tanstack/react-query';
import { mostRevisionsListed } from '../../../electron/contract/settings/settings.contract.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { useMay } from '../../shell/useSession.ts';
import { useProfilesInFolders } from '../folders/folderQueries.ts';

const history = ['settings', 'revisions'] as const;

const useRevisionsQuery = (staleTime: number) => {
  const client = useClient();
  return useQuery({
    queryKey: [...history, 'list'],
    queryFn: ({ signal }) =>
      client.settings.listRevisions({ offset: 0, limit: mostRevisionsListed }, { signal }),
    staleTime,
  });
};

/** All the saves that are kept, newest first, as they are now. */
export const useRevisions = () => useRevisionsQuery(0);

/** The same as they were when they were last read: what has a name keeps it. */
export const useKnownRevisions = () => useRevisionsQuery(Number.POSITIVE_INFINITY);

/** What differs between two revisions, from the first to the second. */
export const useComparison = (from: number, to: number) => {
  const client = useClient();
  return useQuery({
    queryKey: [...history, 'comparison', from, to],
    queryFn: ({ signal }) => client.settings.compareRevisions({ from, to }, { signal }),
  });
};

/** What a restore of this revision would change now, asked for anew each time. */
export const useRestorePreview = (restore: number) => {
  const client = useClient();
  return useQuery({
    queryKey: [...history, 'preview', restore],
    queryFn: ({ signal }) => client.settings.previewRestore({ restore }, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
};
export type RestorePreview = NonNullable<ReturnType<typeof useRestorePreview>['data']>;

/** True also when none of what would change may be seen. */
export const changesAnything = ({ changes, hiddenChanges }: RestorePreview): boolean =>
  changes.length + hiddenChanges > 0;

/** Makes old settings the newest ones; everything on the pages is then loaded again. */
export const useRestoreRevision = () =>
  useCommand((client, request: { revision: number; restore: number }) =>
    client.settings.restoreRevision(request),
  );

/** Names of the profiles that there are now and that the person may see, by id. */
export const usePresentProfileNames = (): ReadonlyMap<string, string> => {
  const { data } = useProfilesInFolders();
  return new Map(data?.profiles.map(({ id, name }) => [id, name]));
};

/** Whether the settings file can be read; nothing for somebody who may not see the settings. */
export const useSettingsHealth = () => {
  const client = useClient();
  const mayView = useMay('settings.view');
  return useQuery({
    queryKey: ['settings', 'health'],
    queryFn: mayView ? ({ signal }) => client.settings.getHealth(undefined, { signal }) : skipToken,
  });
};

/** Puts a backup in the place of the file that cannot be read. */
export const useRestoreBackup = () =>
  useCommand((client, name: string) => client.settings.restoreBackup({ name }));
