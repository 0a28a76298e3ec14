import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';

const pageBytes = 4_096;

/** Overwrites pages of a database, from this one on. */
export const spoilDatabase = async (file: string, from = 0, pages = 1): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(pages * pageBytes, 0xa5), 0, pages * pageBytes, from * pageBytes);
  await handle.close();
};

/** Overwrites all but the first page below whoever has the database open, and makes them read it anew. */
export const spoilDatabaseInUse = async (file: string): Promise<void> => {
  const beside = new DatabaseSync(file);
  const pages = Number(beside.prepare('PRAGMA page_count').get()?.['page_count']);
  beside.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  await spoilDatabase(file, 1, pages - 1);
  beside.exec('PRAGMA user_version = 1');
  beside.close();
};
