import { describe, expect, it } from 'vitest';
import { decodeGeneralizedTime } from '../../../../electron/protocols/ldap/generalizedTime.ts';

describe('a generalized time', () => {
  it.each([
    ['20261121175300.0Z', '2026-11-21T17:53:00Z'],
    ['20261121175300Z', '2026-11-21T17:53:00Z'],
    ['20261121175300.25+0130', '2026-11-21T16:23:00.250Z'],
    ['20261121175300-08', '2026-11-22T01:53:00Z'],
    ['202611211753.5Z', '2026-11-21T17:53:30Z'],
    ['2026112117Z', '2026-11-21T17:00:00Z'],
  ])('%s is %s', (text, iso) => {
    expect(decodeGeneralizedTime(text)).toBe(Date.parse(iso));
  });

  it.each(['', '20261121175300', '20260230000000Z', '20261301000000Z', '2026-11-21', '20261121175300.Z'])(
    'is not %j',
    (text) => {
      expect(decodeGeneralizedTime(text)).toBeNull();
    },
  );
});
