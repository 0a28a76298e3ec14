import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  beginsWith,
  equals,
  isPresent,
  not,
} from '../../../../electron/protocols/ldap/ldapFilter.ts';
import { hostileText, onTheWire, wellFormed } from './hostileText.ts';

const name = fc.constantFrom('cn', 'sAMAccountName', 'userCertificate;binary', '1.2.840.113556.1.4.1');

describe('a filter with what a person typed', () => {
  it('has exactly that as its value, whatever it is', () => {
    fc.assert(
      fc.property(name, hostileText, (attribute, value) => {
        expect(onTheWire(equals(attribute, value))).toEqual({
          kind: 'equals',
          attribute,
          value: Buffer.from(wellFormed(value)),
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('is looked for at the beginning, and an empty text fits every value', () => {
    fc.assert(
      fc.property(name, hostileText, (attribute, text) => {
        const part = wellFormed(text);
        const present = { kind: 'present', attribute };
        const substrings = { kind: 'substrings', attribute, initial: null, any: [], final: null };
        expect(onTheWire(beginsWith(attribute, text))).toEqual(
          part === '' ? present : { ...substrings, initial: part },
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays in its place in the tree that was meant', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 6 }), (values) => {
        const leaves = values.map((value) => equals('cn', value));
        const expected = values.map((value) => ({
          ...{ kind: 'equals', attribute: 'cn' },
          value: Buffer.from(wellFormed(value)),
        }));
        expect(onTheWire(allOf(isPresent('mail'), anyOf(...leaves), not(anyOf(...leaves))))).toEqual({
          kind: 'and',
          filters: [
            { kind: 'present', attribute: 'mail' },
            { kind: 'or', filters: expected },
            { kind: 'not', filter: { kind: 'or', filters: expected } },
          ],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('may compare bytes, as a SID', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
    fc.assert(
      fc.property(bytes, (value) => {
        expect(onTheWire(equals('objectSid', value))).toEqual({
          kind: 'equals',
          attribute: 'objectSid',
          value,
        });
      }),
    );
  });

  it('never takes a text as the name of an attribute', () => {
    for (const text of ['', 'cn=*)(a', 'cn*', 'c n', '1', '(cn', 'cn\0'])
      expect(() => equals(text, 'x'), text).toThrow(Error);
  });
});
