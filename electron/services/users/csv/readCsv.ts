import { unguardFormula } from './formulaGuard.ts';

/** A line of the file that the record begins in, from 1. */
export type CsvRecord = { line: number; cells: readonly string[] };

export type CsvLimits = { bytes: number; rows: number; columns: number };

/** Why a file cannot be read. */
export type CsvFault = { line: number; code: CsvFaultCode; parameters: Record<string, string | number> };

type CsvFaultCode =
  | 'csvEmpty'
  | 'csvTooLarge'
  | 'csvEncoding'
  | 'csvTooManyRows'
  | 'csvTooManyColumns'
  | 'csvOpenQuote'
  | 'csvStrayQuote';

export type CsvReading = { header: readonly string[]; rows: readonly CsvRecord[] } | { fault: CsvFault };

class CsvError extends Error {
  readonly fault: CsvFault;

  constructor(line: number, code: CsvFaultCode, parameters: CsvFault['parameters'] = {}) {
    super(code);
    this.fault = { line, code, parameters };
  }
}

/** The text of a file; a BOM is not part of it. */
const decode = (content: Uint8Array, { bytes }: CsvLimits): string => {
  if (content.byteLength > bytes) throw new CsvError(1, 'csvTooLarge', { limit: bytes });
  /** No text has it, but UTF-16 without a BOM, which passes for UTF-8 otherwise. */
  if (content.includes(0)) throw new CsvError(1, 'csvEncoding');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    if (error instanceof TypeError) throw new CsvError(1, 'csvEncoding');
    throw error;
  }
};

/** Spreadsheets of countries with a decimal comma write semicolons: the first line tells. */
const separatorOf = (text: string): ',' | ';' => {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  const plain = firstLine.replace(/"[^"]*(?:"|$)/g, '');
  return plain.includes(';') && !plain.includes(',') ? ';' : ',';
};

const lineBreaks = (text: string): number => text.split(/\r\n|\n|\r/).length - 1;

/** What one cell is, and what ends it: a separator, a line break or the end of the text. */
const cellPatternFor = (separator: string): RegExp =>
  new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, 'y');

const createScanner = (text: string) => {
  const separator = separatorOf(text);
  const pattern = cellPatternFor(separator);
  let line = 1;

  /** Only a quote can be in the way: it is never closed, or more text stands beside it. */
  const refuse = (at: number): CsvError =>
    new CsvError(line, /^"[^"]*(?:""[^"]*)*$/.test(text.slice(at)) ? 'csvOpenQuote' : 'csvStrayQuote');

  const readCell = () => {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw refuse(at);
    const [whole, quoted, plain = '', end = ''] = match;
    line += lineBreaks(whole);
    const value = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    return { value: unguardFormula(value), end, isBlank: quoted === undefined && plain === '' };
  };

  return {
    isAtEnd: (): boolean => pattern.lastIndex >= text.length,
    /** Null: a blank line. */
    readRecord: (columns: number): CsvRecord | null => {
      const startedIn = line;
      const cells: string[] = [];
      for (;;) {
        const { value, end, isBlank } = readCell();
        cells.push(value);
        if (cells.length > columns) throw new CsvError(startedIn, 'csvTooManyColumns', { limit: columns });
        if (end === separator) continue;
        return cells.length === 1 && isBlank ? null : { line: startedIn, cells };
      }
    },
  };
};

const readRecords = (text: string, { rows, columns }: CsvLimits): CsvRecord[] => {
  const scanner = createScanner(text);
  const records: CsvRecord[] = [];
  while (!scanner.isAtEnd()) {
    const record = scanner.readRecord(columns);
    if (record) records.push(record);
    if (records.length > rows + 1) throw new CsvError(record?.line ?? 1, 'csvTooManyRows', { limit: rows });
  }
  return records;
};

/**
 * Reads CSV (RFC 4180) in UTF-8, with or without BOM, separated by commas or semicolons; the first record names the columns.
 * Blank lines are passed over. What `writeCsv` puts before formulas is taken off again. No cell becomes the name of a property.
 */
export const readCsv = (content: Uint8Array, limits: CsvLimits): CsvReading => {
  try {
    const [header, ...rows] = readRecords(decode(content, limits), limits);
    if (!header) throw new CsvError(1, 'csvEmpty');
    return { header: header.cells, rows };
  } catch (error) {
    if (error instanceof CsvError) return { fault: error.fault };
    throw error;
  }
};
