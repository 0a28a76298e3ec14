import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFileTime, encodeFileTime } from '../../../../electron/protocols/ldap/fileTime.ts';
import { decodeGeneralizedTime } from '../../../../electron/protocols/ldap/generalizedTime.ts';

const at = (text: string): number => Date.parse(text);

describe('a FILETIME', () => {
  it('counts from 1601 in units of 100 ns', () => {
    expect(decodeFileTime('116444736000000000')).toBe(0);
    expect(decodeFileTime('133444736001234567')).toBe(1_700_000_000_123);
    expect(decodeFileTime('1')).toBe(at('1601-01-01T00:00:00Z'));
  });

  it('is never for 0 and the largest number, and none for other texts', () => {
    for (const text of ['0', '9223372036854775807', '', '-1', '1e5', '9223372036854775808888'])
      expect(decodeFileTime(text), text).toBeNull();
    expect(decodeFileTime(encodeFileTime(null))).toBeNull();
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.integer({ min: -11_644_473_599_999, max: 8_640_000_000_000 }), (ms) => {
        expect(decodeFileTime(encodeFileTime(ms))).toBe(ms);
      }),
    );
  });
});

describe('a generalized time', () => {
  it.each([
    ['20261121175300.0Z', '2026-11-21T17:53:00Z'],
    ['20261121175300Z', '2026-11-21T17:53:00Z'],
    ['20261121175300.25+0130', '2026-11-21T16:23:00.250Z'],
    ['20261121175300-08', '2026-11-22T01:53:00Z'],
    ['202611211753.5Z', '2026-11-21T17:53:30Z'],
    ['2026112117Z', '2026-11-21T17:00:00Z'],
  ])('%s is %s', (text, iso) => {
    expect(decodeGeneralizedTime(text)).toBe(at(iso));
  });

  it.each(['', '20261121175300', '20260230000000Z', '20261301000000Z', '2026-11-21', '20261121175300.Z'])(
    'is not %j',
    (text) => {
      expect(decodeGeneralizedTime(text)).toBeNull();
    },
  );
});
