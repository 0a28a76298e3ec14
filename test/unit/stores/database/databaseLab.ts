import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '../../../../electron/stores/database/createDatabase.ts';

export const addFolder = async (database: Database, name: string, nameKey = name.toLowerCase()) => {
  const query = await database.query();
  await query
    .insertInto('folders')
    .values({ id: randomUUID(), parentId: null, name, nameKey, revision: 1 })
    .execute();
};

export const folderNames = async (database: Database): Promise<string[]> => {
  const rows = await (await database.query()).selectFrom('folders').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
};

export const restoreNewest = async (database: Database): Promise<void> => {
  const health = await database.health();
  await database.restoreBackup(health.state === 'unreadable' ? (health.backups[0]?.name ?? '') : '');
};

/** A folder in which several programs may have the database open. */
export const openDatabaseLab = async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'relay-console-database-'));
  const opened: Database[] = [];

  const open = (now = () => new Date()): Database => {
    const database = createDatabase({ directory, now });
    opened.push(database);
    return database;
  };

  return {
    ...{ directory, open },
    file: path.join(directory, 'console.db'),
    backups: path.join(directory, 'backups'),

    /** Leaves a database with folders of these names, and a backup of it. */
    fill: async (...names: string[]): Promise<void> => {
      const database = open();
      for (const name of names) await addFolder(database, name);
      await database.keepBackup();
      await database.close();
    },

    remove: async (): Promise<void> => {
      await Promise.all(opened.map((database) => database.close()));
      await rm(directory, { recursive: true });
    },
  };
};

export type DatabaseLab = Awaited<ReturnType<typeof openDatabaseLab>>;
