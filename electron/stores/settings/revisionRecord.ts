import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { type Revision, revisionSchema } from '../../contract/settings/settings.contract.ts';
import { blankSecrets } from './blankSecrets.ts';
import type { Migration } from './migrations/migrate.ts';
import { toSettings } from './settingsCodec.ts';
import type { Settings } from './settingsSchema.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);
const lineEnd = 0x0a;

const endOfHeader = (record: Buffer): number => {
  const end = record.indexOf(lineEnd);
  if (end < 0) throw new Error('A revision without its first line.');
  return end;
};

/**
 * One revision as a file: a line of JSON that says who changed what and when, then the settings as they were after it
 * (gzip, RFC 1952), so that a list of revisions need not read the settings. Insecure strings are not in it.
 */
export const toRevisionRecord = async (revision: Revision, settings: Settings): Promise<Buffer> => {
  const content = await compress(JSON.stringify(blankSecrets(settings)), { level: constants.Z_BEST_SPEED });
  return Buffer.concat([Buffer.from(`${JSON.stringify(revision)}\n`), content]);
};

/** Who, when and what. Throws when the record is damaged. */
export const revisionOf = (record: Buffer): Revision =>
  revisionSchema.parse(JSON.parse(record.toString('utf8', 0, endOfHeader(record))));

/** The settings of a record, brought to the schema of this program. Throws when the record is damaged. */
export const settingsOf = async (record: Buffer, migrations: readonly Migration[]): Promise<Settings> => {
  const content = await expand(record.subarray(endOfHeader(record) + 1));
  return toSettings(JSON.parse(content.toString()) as Record<string, unknown>, migrations);
};
