import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSid, encodeSid } from '../../../../electron/protocols/ldap/securityIdentifier.ts';

describe('a SID', () => {
  it.each([
    ['S-1-5-32-544', '01020000000000052000000020020000'],
    ['S-1-1-0', '010100000000000100000000'],
    [
      'S-1-5-21-3623811015-3361044348-30300820-1013',
      '010500000000000515000000c7f7fed77c7755c8945ace01f5030000',
    ],
    ['S-1-0x123456789abc-1', '0101123456789abc01000000'],
  ])('is %s', (text, hex) => {
    expect(decodeSid(Buffer.from(hex, 'hex'))).toBe(text);
    expect(encodeSid(text).toString('hex')).toBe(hex);
  });

  it('comes back from bytes as it went', () => {
    const part = fc.integer({ min: 0, max: 0xffffffff });
    const sid = fc
      .tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.array(part, { minLength: 1, maxLength: 15 }))
      .map(([authority, parts]) => `S-1-${authority}-${parts.join('-')}`);
    fc.assert(
      fc.property(sid, (text) => {
        expect(decodeSid(encodeSid(text))).toBe(text);
      }),
    );
  });

  it('is not made of other bytes or texts', () => {
    const bytes = fc.uint8Array({ maxLength: 70 }).map((array) => Buffer.from(array));
    fc.assert(
      fc.property(bytes, (array) => {
        const text = decodeSid(array);
        expect(text === null || encodeSid(text).equals(array)).toBe(true);
      }),
    );
    for (const hex of [
      '',
      '01',
      '0100000000000005',
      '0202000000000005200000002002',
      '01020000000000052000000020020000ff',
    ])
      expect(decodeSid(Buffer.from(hex, 'hex'))).toBeNull();
    for (const text of ['', 'S-1-5', 'S-2-5-1', 'S-1-5-4294967296', 'S-1-5-x', 'S-1-5-1)(cn=*'])
      expect(() => encodeSid(text)).toThrow(Error);
  });
});
