import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../../shell/ClientContext.ts';

/** Whether users, roles and the audit can be read. */
export const useDatabaseHealth = () => {
  const client = useClient();
  return useQuery({
    queryKey: ['security', 'databaseHealth'],
    queryFn: ({ signal }) => client.security.getDatabaseHealth(undefined, { signal }),
  });
};

/** Puts a backup in the place of the database that cannot be read; everything is then asked again, who calls first of all. */
export const useRestoreDatabase = () => {
  const { security } = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => security.restoreDatabase({ name }),
    onSettled: () => cache.invalidateQueries(),
  });
};
