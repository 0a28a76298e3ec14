import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../../../electron/protocols/text/scanJson.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"b\\u0041"',
  '"',
  '\\',
  '1',
  '-0.5e+3',
  '01',
  'true',
  'nul',
  ' ',
  '\n',
  '\t',
  '//',
];

describe('where a text stops to be JSON', () => {
  it.each([
    ['', 1, 1],
    ['// mine\n{}', 1, 1],
    ['{\n  "a": 1, // mine\n}', 2, 11],
    ['{\r\n  "a": 1,\r\n}', 3, 1],
    ['[1,]', 1, 4],
    ['{"a": 1', 1, 8],
    ['{"a": 1}}', 1, 9],
    [String.raw`{"folder": "C:\inetpub"}`, 1, 15],
    ['{"a": "open}', 1, 13],
    [`{"a": 'b'}`, 1, 7],
    ['{a: 1}', 1, 2],
    ['\ufeff{a: 1}', 1, 2],
    ['{"a" 1}', 1, 6],
    ['[1 2]', 1, 4],
    ['[01]', 1, 3],
    ['{]', 1, 2],
    ['[}', 1, 2],
  ])('%j: line %d, column %d', (text, line, column) => {
    expect(scanJson(text).fault).toEqual({ line, column });
  });

  it('is nowhere exactly where the engine reads it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(scanJson(text).fault === null).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(scanJson(text).fault).toBeNull();
      }),
    );
  });

  it.each([
    ['a text of many escapes', `"${String.raw`\"`.repeat(500_000)}"`],
    ['a long text', `"${'x'.repeat(1_000_000)}"`],
    ['many blanks', `${' '.repeat(1_000_000)}1`],
    ['a text of any depth', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
  ])('is nowhere in %s', (_what, text) => {
    expect(scanJson(text)).toEqual({ fault: null, repeated: null });
  });
});

describe('a name that an object of a text has twice', () => {
  it.each([
    ['{"a":1,"b":2,"a":3}', ['a']],
    [String.raw`{"host":1,"ho\u0073t":2}`, ['host']],
    ['{"a":{"b":1,"b":1}}', ['a', 'b']],
    ['[0,{"a":[{},{"c":1,"c":2}]}]', [1, 'a', 1, 'c']],
    ['{"a":{"b":1},"c":{"b":1},"__proto__":1,"c":1}', ['c']],
    ['{"__proto__":1,"__proto__":1}', ['__proto__']],
    ['{"a":"b","c":"a","d":["a","a"]}', null],
  ])('%s: %j', (text, path) => {
    expect(scanJson(text)).toEqual({ fault: null, repeated: path });
  });
});
