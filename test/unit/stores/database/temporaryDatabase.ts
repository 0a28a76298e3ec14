import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase } from '../../../../electron/stores/database/createDatabase.ts';

/** A real database in a folder that goes away with it. */
export const openTemporaryDatabase = async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'relay-console-database-'));
  const database = createDatabase({ directory, now: () => new Date() });
  return {
    ...database,
    directory,
    remove: async (): Promise<void> => {
      await database.close();
      await rm(directory, { recursive: true });
    },
  };
};

export type TemporaryDatabase = Awaited<ReturnType<typeof openTemporaryDatabase>>;
