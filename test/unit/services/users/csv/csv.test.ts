import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinNames, splitNames } from '../../../../../electron/services/users/csv/nameList.ts';
import { readCsv } from '../../../../../electron/services/users/csv/readCsv.ts';
import { writeCsv } from '../../../../../electron/services/users/csv/writeCsv.ts';

const limits = { bytes: 100_000, rows: 50, columns: 5 };
const read = (text: string) => readCsv(Buffer.from(text), limits);

/** Signs that CSV and spreadsheets treat in a way of their own, and any others. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\r', '\n', "'", '=', '-', '@', '\t', ' ', 'a', '\u{FEFF}', '＝'),
  }),
  fc.string({ unit: 'grapheme' }),
);
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

describe('CSV', () => {
  it('comes back as it was, whatever the cells hold', () => {
    fc.assert(
      fc.property(tables, ([header = [], ...rows]) => {
        const reading = read(writeCsv(header, rows));
        expect(
          'fault' in reading ? reading : [reading.header, ...reading.rows.map(({ cells }) => cells)],
        ).toEqual([header, ...rows]);
      }),
    );
  });

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(tables, ([header = [], ...rows]) => {
        const written = writeCsv(header, rows).slice(1);
        const cells = [...written.matchAll(/(?:^|[,\n])(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)];
        return cells.every(([, quoted, plain]) => !/^[=+\-@\t\r\n]/.test(quoted ?? plain ?? ''));
      }),
    );
    expect(writeCsv(['a'], [['=HYPERLINK("x")']])).toBe('\u{FEFF}a\r\n"\'=HYPERLINK(""x"")"\r\n');
  });

  it('holds none either for a spreadsheet that separates by semicolons or tabs, and takes quotes for text', () => {
    fc.assert(
      fc.property(tables, ([header = [], ...rows]) => {
        const pieces = writeCsv(header, rows)
          .slice(1)
          .split(/[;\t\r\n]/);
        return pieces.every((piece) => !/^"*[=+\-@＝]/.test(piece));
      }),
    );
    const name = 'Zed;=HYPERLINK("http://evil","x")';
    expect(writeCsv(['a'], [[name]])).toContain(`"Zed;'=HYPERLINK(`);
    expect(read(writeCsv(['a'], [[name]]))).toMatchObject({ rows: [{ cells: [name] }] });
  });

  it('is read with commas or semicolons, any line ends, with or without BOM, and without blank lines', () => {
    expect(read('a,b\n\n1,"x\ny"\r\n3,4')).toEqual({
      header: ['a', 'b'],
      rows: [
        { line: 3, cells: ['1', 'x\ny'] },
        { line: 5, cells: ['3', '4'] },
      ],
    });
    expect(read('\u{FEFF}a;"b,c"\r1;2')).toMatchObject({
      header: ['a', 'b,c'],
      rows: [{ cells: ['1', '2'] }],
    });
  });

  it.each([
    ['', 1, 'csvEmpty'],
    ['a,b\n1,"2\n3,4\n', 2, 'csvOpenQuote'],
    ['a\n"x"y\n', 2, 'csvStrayQuote'],
    ['a\nx"y\n', 2, 'csvStrayQuote'],
    ['a,b,c,d,e,f\n', 1, 'csvTooManyColumns'],
    ['a\n'.repeat(52), 52, 'csvTooManyRows'],
    ['x'.repeat(100_001), 1, 'csvTooLarge'],
  ])('is refused with the line: %#', (text, line, code) => {
    expect(read(text)).toMatchObject({ fault: { line, code } });
  });

  it.each([
    ['Windows-1252', Buffer.from('userName;mail\nJürgen;', 'latin1')],
    ['UTF-16 LE', Buffer.from('\u{FEFF}userName,mail\nanna,', 'utf16le')],
    ['UTF-16 LE without BOM', Buffer.from('userName,mail\nanna,', 'utf16le')],
    ['UTF-16 BE', Buffer.from('\u{FEFF}userName,mail\nanna,', 'utf16le').swap16()],
    ['UTF-16 BE without BOM', Buffer.from('userName,mail\nanna,', 'utf16le').swap16()],
  ])('is refused as what it is: %s', (_, content) => {
    expect(readCsv(content, limits)).toEqual({ fault: { line: 1, code: 'csvEncoding', parameters: {} } });
  });

  it('of one huge cell of quotation marks is judged at once', () => {
    const quotes = '"'.repeat(90_000);
    const formulas = `;'=${"'".repeat(30_000)}${'"'.repeat(30_000)}`;
    const reading = read(writeCsv(['a'], [[formulas]]));
    expect('rows' in reading && reading.rows[0]?.cells[0] === formulas).toBe(true);
    expect(read(`a\n${quotes}`)).toMatchObject({ rows: [{ line: 2 }] });
    expect(read(`a\n${quotes}x`)).toMatchObject({ fault: { code: 'csvStrayQuote' } });
  });
});

describe('names in one cell', () => {
  it('come back as they were', () => {
    const name = fc.string({ unit: fc.constantFrom('|', '\\', 'a', ' ', 'é') }).map((text) => `x${text}x`);
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(splitNames(joinNames(names))).toEqual(names);
      }),
    );
  });
});
