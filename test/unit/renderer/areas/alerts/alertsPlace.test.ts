import { expect, it } from 'vitest';
import { alertsPlaceOf } from '../../../../../renderer/areas/alerts/alertsPlace.ts';

it.each([
  [null, { tab: 'list', id: null }],
  ['17', { tab: 'list', id: 17 }],
  ['watch', { tab: 'watch', id: null }],
  ['subscriptions', { tab: 'subscriptions', id: null }],
  ['nothing', { tab: 'list', id: null }],
  ['-1', { tab: 'list', id: null }],
  ['1.5', { tab: 'list', id: null }],
] as const)('%s is a place', (address, place) => {
  expect(alertsPlaceOf(address)).toEqual(place);
});
