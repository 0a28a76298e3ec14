import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Permission } from '../../electron/contract/permissions.ts';
import type { Client } from '../api/client.ts';
import { useClient } from './ClientContext.ts';

export const sessionKey = ['session'];

/** The question who is signed in, through which door. */
export const sessionQuery = (client: Client) =>
  queryOptions({
    queryKey: sessionKey,
    queryFn: ({ signal }) => client.session.getSession(undefined, { signal }),
    staleTime: Infinity,
  });

/** Who is signed in, through which door. */
export const useSession = () => useQuery(sessionQuery(useClient()));

/** Whether that person holds role Administrator everywhere. The service checks it again. */
export const useIsAdministrator = (): boolean => useSession().data?.isAdministrator === true;

/** Gives whether the person who is signed in may do that in a folder; null: everywhere. The service checks it again. */
export const useHolds = (): ((permission: Permission, folderId: string | null) => boolean) => {
  const session = useSession().data;
  return (permission, folderId) =>
    session?.permissions.includes(permission) === true ||
    session?.folderPermissions.some(
      (held) => held.folderId === folderId && held.permissions.includes(permission),
    ) === true;
};

/** Whether that person may do that everywhere, or in this folder. */
export const useMay = (permission: Permission, folderId: string | null = null): boolean =>
  useHolds()(permission, folderId);

/** Whether that person may do that everywhere or in any folder (REQUIREMENTS U29). */
export const useMaySomewhere = (permission: Permission): boolean => {
  const session = useSession().data;
  const inFolders = session?.folderPermissions.flatMap((held) => held.permissions) ?? [];
  return [...(session?.permissions ?? []), ...inFolders].includes(permission);
};
