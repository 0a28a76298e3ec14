import type { Noted } from './note.ts';
import { valueChanges } from './valueChanges.ts';

type Filter = Readonly<Record<string, string | number | boolean | null>>;

/** What the audit says of a list that somebody took away as a file: which one, how many rows, and what was looked for. */
export const exportNoted = (fileName: string, rows: number, filter: Filter): Noted => ({
  subject: fileName,
  changes: valueChanges('export', null, { rows, ...filter }),
});
