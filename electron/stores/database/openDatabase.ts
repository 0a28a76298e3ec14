import { open, stat } from 'node:fs/promises';
import { Kysely, sql } from 'kysely';
import { isFailure } from '../../contract/failures.ts';
import { ifThere } from '../files/ifThere.ts';
import { ownerOnly } from '../files/writeAtomically.ts';
import type { DatabaseBackups } from './databaseBackups.ts';
import { DatabaseFault } from './databaseFault.ts';
import { isBehind, migrateDatabase, migrations } from './migrations/migrateDatabase.ts';
import { isDamage } from './sqliteError.ts';
import { type SqliteThread, startSqliteThread } from './sqliteThread.ts';
import type { Tables } from './tables.ts';
import { createThreadDialect } from './threadDialect.ts';

export type OpenDatabase = { database: Kysely<Tables>; thread: SqliteThread };

type OpenParts = {
  file: string;
  backups: Pick<DatabaseBackups, 'list' | 'keep'>;
  /** It was there already: no first one is made. */
  wasThere: boolean;
  now: () => Date;
};

/** Nothing that was there before is ever made anew in silence. */
const checkPresence = async ({ file, backups, wasThere }: OpenParts): Promise<void> => {
  const found = await ifThere(stat(file));
  if (found !== null && found.size > 0) return;
  if (wasThere || (await backups.list()).length > 0) throw new DatabaseFault('missing');
  await (await open(file, 'a', ownerOnly)).close();
};

const demandIntegrity = async (database: Kysely<Tables>): Promise<void> => {
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check(1)`.execute(database);
  const [verdict] = rows;
  if (verdict?.integrity_check !== 'ok') throw new DatabaseFault('damaged', verdict?.integrity_check);
};

/** A step that this program does not know was taken by a newer one. */
const demandKnownVersion = async (database: Kysely<Tables>): Promise<void> => {
  const known = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!known.some(({ name }) => name === 'kysely_migration')) return;
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(database);
  if (rows.some(({ name }) => !Object.hasOwn(migrations, name))) throw new DatabaseFault('newerVersion');
};

const bringUpToDate = async (
  { database, thread }: OpenDatabase,
  { backups, now }: OpenParts,
): Promise<void> => {
  if (!(await isBehind(database))) return;
  const tables = await database.introspection.getTables();
  if (tables.length > 0) await backups.keep(thread, now());
  try {
    await migrateDatabase(database);
  } catch (error) {
    throw isFailure(error) ? error : new DatabaseFault('migration', error);
  }
};

const prepare = async (opened: OpenDatabase, parts: OpenParts): Promise<void> => {
  await demandIntegrity(opened.database);
  await demandKnownVersion(opened.database);
  await bringUpToDate(opened, parts);
};

/**
 * Opens the database of this file, checked and with the tables of this version; a first one is made. To be called by the
 * holder of the lock. Throws DatabaseFault, and the failures of `SqliteThread`.
 */
export const openDatabase = async (parts: OpenParts): Promise<OpenDatabase> => {
  await checkPresence(parts);
  const thread = startSqliteThread(parts.file);
  const opened = { thread, database: new Kysely<Tables>({ dialect: createThreadDialect(thread) }) };
  try {
    await prepare(opened, parts);
    return opened;
  } catch (error) {
    await thread.close();
    throw isDamage(error) ? new DatabaseFault('damaged', error) : error;
  }
};
