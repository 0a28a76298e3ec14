import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../../shell/ClientContext.ts';
import { useCommand } from '../../../shell/useCommand.ts';

/** Whether users, roles and the audit can be read. */
export const useDatabaseHealth = () => {
  const client = useClient();
  return useQuery({
    queryKey: ['security', 'databaseHealth'],
    queryFn: ({ signal }) => client.security.getDatabaseHealth(undefined, { signal }),
  });
};

/** Puts a backup in the place of the database that cannot be read; everything is then asked again, who calls first of all. */
export const useRestoreDatabase = () =>
  useCommand((client, name: string) => client.security.restoreDatabase({ name }));
