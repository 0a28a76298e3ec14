import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeDnValue, guidBase, sidBase } from '../../../../electron/protocols/ldap/ldapName.ts';

/** The value of `CN=…` as a server reads it (RFC 4514, 3): a bare special sign would end it. */
const readValue = (text: string): string => {
  expect(text).toMatch(/^(?:\\[0-9a-f]{2}|\\["+,;<>\\=#]|[^"+,;<>\\=#\0])*$/);
  const value = text.replace(/\\([0-9a-f]{2}|.)/g, (_, sign: string) =>
    sign.length === 2 ? String.fromCharCode(parseInt(sign, 16)) : sign,
  );
  expect(text.startsWith(' ') || text.endsWith(' ')).toBe(false);
  return value;
};

describe('a name in a directory', () => {
  it('has exactly the given value, whatever it is', () => {
    const signs = fc.constantFrom(
      ' ',
      ',',
      '+',
      '"',
      '\\',
      '<',
      '>',
      ';',
      '=',
      '#',
      '\0',
      '\n',
      'a',
      'é',
      '😀',
    );
    const value = fc.oneof(fc.string({ unit: signs, maxLength: 8 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(value, (text) => {
        expect(readValue(escapeDnValue(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('may be a SID or a GUID, and nothing else in its place', () => {
    expect(sidBase('S-1-5-21-1-2-3-500')).toBe('<SID=S-1-5-21-1-2-3-500>');
    expect(guidBase('00112233-4455-6677-8899-AABBCCDDEEFF')).toBe('<GUID=33221100554477668899aabbccddeeff>');
    expect(() => sidBase('S-1-5>,DC=test')).toThrow(Error);
    expect(() => guidBase('00112233')).toThrow(Error);
  });
});
