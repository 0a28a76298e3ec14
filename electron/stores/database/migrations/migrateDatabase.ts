import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Tables } from '../tables.ts';
import { alerts } from './alerts.ts';
import { audit } from './audit.ts';
import { directory } from './directory.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { principals } from './principals.ts';
import { roles } from './roles.ts';
import { shortLives } from './shortLives.ts';
import { signIn } from './signIn.ts';
import { watch } from './watch.ts';

/** Every step there is, by name, in the order of names. A step that was ever released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-people': people,
  '0002-signIn': signIn,
  '0003-audit': audit,
  '0004-roles': roles,
  '0005-notices': notices,
  '0006-alerts': alerts,
  '0007-directory': directory,
  '0008-principals': principals,
  '0009-watch': watch,
  '0010-shortLives': shortLives,
};

const createMigrator = (database: Kysely<Tables>): Migrator =>
  new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } });

/** True when a step is still to be taken. */
export const isBehind = async (database: Kysely<Tables>): Promise<boolean> => {
  const steps = await createMigrator(database).getMigrations();
  return steps.some(({ executedAt }) => executedAt === undefined);
};

/** Takes the steps that are missing, all or none. Throws when one fails, or when a newer program wrote the file. */
export const migrateDatabase = async (database: Kysely<Tables>): Promise<void> => {
  const { error } = await createMigrator(database).migrateToLatest();
  if (error !== undefined) throw new Error('A step of the database failed', { cause: error });
};
