import type { DatabaseHealth } from '../../contract/security/databaseHealth.ts';
import type { AuditService } from '../audit/auditService.ts';
import type { Note } from '../audit/note.ts';
import type { Database } from '../../stores/database/createDatabase.ts';

/** What is said and done when the database of users and audit cannot be used. */
export const createDatabaseRecovery = (
  database: Pick<Database, 'exists' | 'health' | 'restoreBackup'>,
  announceRestore: AuditService['announceRestore'],
) => ({
  /** One that was never written is none that is damaged, and is not made by asking. */
  getDatabaseHealth: async (): Promise<DatabaseHealth> =>
    (await database.exists()) ? database.health() : { state: 'ready' },

  /** CONFLICT, NOT_FOUND, DATABASE_UNREADABLE, STORAGE_FAILED. */
  restoreDatabase: async ({ name }: { name: string }, note: Note): Promise<void> => {
    await database.restoreBackup(name, async (backup) => note({ changes: await announceRestore(backup) }));
  },
});

export type DatabaseRecovery = ReturnType<typeof createDatabaseRecovery>;
