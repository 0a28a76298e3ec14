import fc from 'fast-check';
import { BerWriter, type Filter } from 'ldapts';
import { describe, expect, it } from 'vitest';
import { BerReader } from '../../../../electron/protocols/ldap/berReader.ts';
import {
  allOf,
  anyOf,
  beginsWith,
  contains,
  equals,
  isPresent,
  matchesRule,
  matchingRules,
  not,
} from '../../../../electron/protocols/ldap/ldapFilter.ts';
import { type DirectoryFilter, readFilter } from '../../../lab/faults/directoryFilter.ts';

/** What stands on the wire, and nothing behind it. */
const onTheWire = (filter: Filter): DirectoryFilter => {
  const writer = new BerWriter();
  filter.write(writer);
  const reader = new BerReader(writer.buffer);
  const read = readFilter(reader);
  expect(reader.isAtEnd).toBe(true);
  return read;
};

/** What UTF-8 makes of a text: halves of characters are replaced. */
const wellFormed = (text: string): string => text.toWellFormed();

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '*',
        '(',
        ')',
        '\\',
        '\0',
        '|',
        '&',
        '!',
        '=',
        '\\2a',
        ')(objectClass=*',
        'é',
        '😀',
        '\ud800',
        'x',
      ),
      {
        maxLength: 12,
      },
    )
    .map((pieces) => pieces.join('')),
  fc.string({ maxLength: 3 }).map((text) => text.repeat(100)),
);

const name = fc.constantFrom('cn', 'sAMAccountName', 'userCertificate;binary', '1.2.840.113556.1.4.1');

describe('a filter with what a person typed', () => {
  it('has exactly that as its value, whatever it is', () => {
    fc.assert(
      fc.property(name, hostile, (attribute, value) => {
        expect(onTheWire(equals(attribute, value))).toEqual({
          kind: 'equals',
          attribute,
          value: Buffer.from(wellFormed(value)),
        });
        const rule = matchingRules.inChain;
        expect(onTheWire(matchesRule(attribute, rule, value))).toEqual({
          ...{ kind: 'rule', rule, attribute },
          value: Buffer.from(wellFormed(value)),
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('is looked for at the beginning or anywhere, and an empty text fits every value', () => {
    fc.assert(
      fc.property(name, hostile, (attribute, text) => {
        const part = wellFormed(text);
        const present = { kind: 'present', attribute };
        const substrings = { kind: 'substrings', attribute, initial: null, any: [], final: null };
        expect(onTheWire(beginsWith(attribute, text))).toEqual(
          part === '' ? present : { ...substrings, initial: part },
        );
        expect(onTheWire(contains(attribute, text))).toEqual(
          part === '' ? present : { ...substrings, any: [part] },
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays in its place in the tree that was meant', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (values) => {
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
