import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../shell/ClientContext.ts';

/** How people can sign in; read again with each page that they do it on. */
export const useSignInWays = () => {
  const { session } = useClient();
  return useQuery({
    queryKey: ['signInWays'],
    queryFn: ({ signal }) => session.getSignInWays(undefined, { signal }),
  });
};
