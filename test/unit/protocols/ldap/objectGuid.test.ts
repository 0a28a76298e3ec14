import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeGuid, encodeGuid } from '../../../../electron/protocols/ldap/objectGuid.ts';

describe('an objectGUID', () => {
  it('has its first three parts with the smallest byte first', () => {
    const bytes = Buffer.from('33221100554477668899aabbccddeeff', 'hex');
    expect(decodeGuid(bytes)).toBe('00112233-4455-6677-8899-aabbccddeeff');
    expect(encodeGuid('00112233-4455-6677-8899-AABBCCDDEEFF')).toEqual(bytes);
  });

  it('comes back from text as it went, and is never made of other bytes or texts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (array) => {
        const text = decodeGuid(Buffer.from(array));
        if (array.length !== 16) expect(text).toBeNull();
        else expect(encodeGuid(text ?? '')).toEqual(Buffer.from(array));
      }),
    );
    for (const text of ['', '{00112233-4455-6677-8899-aabbccddeeff}', '00112233445566778899aabbccddeeff'])
      expect(() => encodeGuid(text)).toThrow(Error);
  });
});
