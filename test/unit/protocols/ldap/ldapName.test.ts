import { describe, expect, it } from 'vitest';
import { guidBase, sidBase } from '../../../../electron/protocols/ldap/ldapName.ts';

describe('a name in a directory', () => {
  it('may be a SID or a GUID, and nothing else in its place', () => {
    expect(sidBase('S-1-5-21-1-2-3-500')).toBe('<SID=S-1-5-21-1-2-3-500>');
    expect(guidBase('00112233-4455-6677-8899-AABBCCDDEEFF')).toBe('<GUID=33221100554477668899aabbccddeeff>');
    expect(() => sidBase('S-1-5>,DC=test')).toThrow(Error);
    expect(() => guidBase('00112233')).toThrow(Error);
  });
});
