import { expect, it } from 'vitest';
import { formatAuditPlace, parseAuditPlace } from '../../../../../renderer/areas/audit/auditPlace.ts';

const userId = '0b9f4a5e-58f0-4a5c-9f5e-3d5c1f1b7a10';

it.each([
  [null, { number: null, userId: null }],
  ['12', { number: 12, userId: null }],
  [`user/${userId}`, { number: null, userId }],
  [`user/${userId}/12`, { number: 12, userId }],
])('the address %s shows %o, and the other way round', (id, place) => {
  expect(parseAuditPlace(id)).toEqual(place);
  expect(formatAuditPlace(place)).toBe(id);
});

it.each(['0', '-1', '1.5', 'twelve', 'user/', 'user/anna', '99999999999999999999'])(
  'the address %s shows the whole list',
  (id) => expect(parseAuditPlace(id)).toEqual({ number: null, userId: null }),
);
