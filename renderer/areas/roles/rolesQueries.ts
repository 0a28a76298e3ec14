import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { TakenAway } from '../../../electron/contract/users/permissionCheck.ts';
import type { UserQuery } from '../../../electron/contract/users/user.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useMay } from '../../shell/useSession.ts';

const everything = ['roles'] as const;

/** How many holders of a role, or found users, are shown at once. */
export const holdersOnPage = 50;
const mostFound = 20;

/** All roles by name; nothing for somebody who may not see them. */
export const useRoles = () => {
  const client = useClient();
  const mayView = useMay('roles.view');
  return useQuery({
    queryKey: [...everything, 'list'],
    queryFn: mayView ? ({ signal }) => client.roles.listRoles(undefined, { signal }) : skipToken,
  });
};

/** A page of those who hold a role, and where. */
export const useRoleUsers = (id: string, page: number) => {
  const client = useClient();
  const part = { id, offset: page * holdersOnPage, limit: holdersOnPage };
  return useQuery({
    queryKey: [...everything, 'users', part],
    queryFn: ({ signal }) => client.roles.listRoleUsers(part, { signal }),
    placeholderData: keepPreviousData,
  });
};

/** Who would lose the role if it were deleted now, asked for anew each time. */
export const useRoleDeletion = (id: string) => {
  const client = useClient();
  return useQuery({
    queryKey: [...everything, 'deletion', id],
    queryFn: ({ signal }) => client.roles.previewDeletion({ id }, { signal }),
    ...{ staleTime: 0, gcTime: 0 },
  });
};

/** The first users whose name, display name or e-mail address has this text. */
export const useFoundUsers = (search: string) => {
  const client = useClient();
  const wanted: UserQuery = {
    ...{ search, kind: null, state: null, roleId: null, folderId: null },
    ...{ sort: { column: 'name', descending: false }, offset: 0, limit: mostFound },
  };
  return useQuery({
    queryKey: [...everything, 'found', search],
    queryFn: ({ signal }) => client.users.listUsers(wanted, { signal }),
    placeholderData: keepPreviousData,
  });
};

/**
 * Every right of a user or group and why it is held, and what would be left without a role or group. What is known here is there at
 * once; `isAsking`: the directory has not said yet through which groups.
 */
export const usePermissionCheck = (userId: string, without: TakenAway | null) => {
  const client = useClient();
  const checkOf = (taken: TakenAway | null, asksDirectory: boolean) => ({
    queryKey: [...everything, 'check', userId, taken, asksDirectory],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      client.roles.checkPermissions({ userId, without: taken, asksDirectory }, { signal }),
  });
  const known = useQuery(checkOf(null, false));
  const asked = useQuery({ ...checkOf(without, true), placeholderData: keepPreviousData });
  return {
    data: asked.data ?? known.data,
    error: asked.error ?? known.error,
    isAsking: asked.data === undefined,
  };
};
