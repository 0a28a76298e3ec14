import { guardFormula } from './formulaGuard.ts';

/** The byte order mark: without it spreadsheets take UTF-8 for the code page of the system. */
const byteOrderMark = '\u{FEFF}';

/** An empty cell is quoted too: a line of one such cell would be a blank line. */
const toCell = (text: string): string => {
  const safe = guardFormula(text);
  return safe === '' || /[",;'\s\u{FEFF}]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const toLine = (cells: readonly string[]): string => `${cells.map(toCell).join(',')}\r\n`;

/** CSV (RFC 4180) with a BOM, whose cells no spreadsheet takes for formulas. */
export const writeCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  byteOrderMark + [header, ...rows].map(toLine).join('');
