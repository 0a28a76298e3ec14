import { useQuery } from '@tanstack/react-query';
import type { Permission } from '../../electron/contract/permissions.ts';
import { useClient } from './ClientContext.ts';

export const sessionKey = ['session'];

/** Who is signed in, through which door. */
export const useSession = () => {
  const client = useClient();
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => client.session.getSession(undefined, { signal }),
    staleTime: Infinity,
  });
};

/** Whether the person who is signed in may do that. The service checks it again. */
export const useMay = (permission: Permission): boolean =>
  useSession().data?.permissions.includes(permission) ?? false;
