import type { DatabaseHealth } from '../../contract/security/databaseHealth.ts';
import type { Database } from '../../stores/database/createDatabase.ts';

/** What is said and done when the database of users and audit cannot be used. */
export const createDatabaseRecovery = (database: Pick<Database, 'exists' | 'health' | 'restoreBackup'>) => ({
  /** One that was never written is none that is damaged, and is not made by asking. */
  getDatabaseHealth: async (): Promise<DatabaseHealth> =>
    (await database.exists()) ? database.health() : { state: 'ready' },

  /** CONFLICT, NOT_FOUND, DATABASE_UNREADABLE, STORAGE_FAILED. */
  restoreDatabase: ({ name }: { name: string }): Promise<void> => database.restoreBackup(name),
});

export type DatabaseRecovery = ReturnType<typeof createDatabaseRecovery>;
