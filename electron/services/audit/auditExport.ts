import { type AuditFilter, mostExported } from '../../contract/audit/entry.ts';
import type { AuditRecord } from '../../stores/audit/auditEntry.ts';
import { exportNoted } from './exportNoted.ts';
import type { Note } from './note.ts';
import { writeCsv } from '../users/csv/writeCsv.ts';
import { type AuditReadingParts, toDetails, toStoredFilter } from './auditReading.ts';

export type AuditFile = {
  fileName: string;
  mediaType: string;
  base64: string;
  entries: number;
  isWhole: boolean;
};

/** Entries that are read at once: others want the database too. */
const pageSize = 5_000;

const columns = [
  ...[
    'number',
    'at',
    'user',
    'userId',
    'door',
    'machine',
    'operation',
    'subject',
    'changes',
    'result',
    'hash',
  ],
];

const changeLines = ({ changes }: AuditRecord): string =>
  changes.map(({ path, before, after }) => `${path}: ${before ?? ''} → ${after ?? ''}`).join('\n');

const toCells = (record: AuditRecord): string[] => {
  const { number, at, user, userId, door, machine, operation, subject, result, hash } = record;
  const moment = new Date(at).toISOString();
  const who = [user, userId ?? '', door, machine];
  return [String(number), moment, ...who, operation, subject, changeLines(record), result, hash];
};

const formats = {
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    write: (records: readonly AuditRecord[]): string => writeCsv(columns, records.map(toCells)),
  },
  json: {
    mediaType: 'application/json',
    write: (records: readonly AuditRecord[]): string => JSON.stringify(records.map(toDetails), null, 2),
  },
};

const toldFilter = ({ userId, text, ...filter }: AuditFilter, [newest]: readonly AuditRecord[]) => ({
  ...filter,
  search: text,
  user: userId === null ? null : (newest?.user ?? userId),
});

/** Writes the newest entries of those that are wanted as a file; moments in ISO 8601, UTC. */
export const createAuditExport = ({ store, now }: Pick<AuditReadingParts, 'store' | 'now'>) => {
  /** One more than a file takes, if there is one. */
  const collect = async (filter: AuditFilter): Promise<AuditRecord[]> => {
    const records: AuditRecord[] = [];
    while (records.length <= mostExported) {
      const below = records.at(-1)?.number ?? null;
      const page = await store.list(toStoredFilter(filter), below, pageSize);
      records.push(...page);
      if (page.length < pageSize) break;
    }
    return records;
  };

  return async (filter: AuditFilter, format: keyof typeof formats, note: Note): Promise<AuditFile> => {
    const found = await collect(filter);
    const records = found.slice(0, mostExported);
    const { mediaType, write } = formats[format];
    const fileName = `audit-${new Date(now()).toISOString().slice(0, 10)}.${format}`;
    note(exportNoted(fileName, records.length, toldFilter(filter, records)));
    return {
      fileName,
      mediaType,
      base64: Buffer.from(write(records)).toString('base64'),
      entries: records.length,
      isWhole: records.length === found.length,
    };
  };
};
