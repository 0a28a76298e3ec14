import { skipToken, useQuery } from '@tanstack/react-query';
import type { Client } from '../../api/client.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { useMay, useMaySomewhere } from '../../shell/useSession.ts';

const everything = ['folders'] as const;
const mostHolders = 100;

/** The folders that the person may see, by name; none for somebody who may see none. */
export const useFolders = () => {
  const client = useClient();
  const mayView = useMaySomewhere('folders.view');
  return useQuery({
    queryKey: [...everything, 'list'],
    queryFn: mayView ? ({ signal }) => client.folders.listFolders(undefined, { signal }) : skipToken,
  });
};

/** Who holds a role for this folder itself; not asked for somebody who may not know it. */
export const useFolderUsers = (id: string) => {
  const client = useClient();
  const [mayViewUsers, mayViewRoles] = [useMay('users.view'), useMay('roles.view')];
  const part = { id, offset: 0, limit: mostHolders };
  return useQuery({
    queryKey: [...everything, 'users', id],
    queryFn:
      mayViewUsers && mayViewRoles
        ? ({ signal }) => client.roles.listFolderUsers(part, { signal })
        : skipToken,
  });
};

/** What lies in a folder and who would lose a role with it, asked for anew each time. */
export const useFolderDeletion = (id: string) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'deletion', id],
    queryFn: ({ signal }) => client.folders.previewDeletion({ id }, { signal }),
    ...{ staleTime: 0, gcTime: 0 },
  });
};

/** The mail profiles that the person may see. */
export const useProfilesInFolders = () => {
  const client = useClient();
  const mayView = useMaySomewhere('mail.view');
  return useQuery({
    queryKey: ['mail', 'profiles'],
    queryFn: mayView ? ({ signal }) => client.mail.listProfiles(undefined, { signal }) : skipToken,
  });
};

/** One command of the area. Rights may be others afterwards: everything on the pages is read again. */
export const useFolderCommand = <Input, Output>(
  command: (folders: Client['folders'], input: Input) => Promise<Output>,
) => useCommand((client, input: Input) => command(client.folders, input));
