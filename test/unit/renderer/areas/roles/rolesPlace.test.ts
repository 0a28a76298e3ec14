import { expect, it } from 'vitest';
import { linkTo, rolesPlaceOf } from '../../../../../renderer/areas/roles/rolesPlace.ts';
import { parseRoute } from '../../../../../renderer/shell/route.ts';

it.each([
  ['#/settings/roles', { tab: 'roles', id: null }],
  ['#/settings/roles/1', { tab: 'roles', id: '1' }],
  ['#/settings/roles/folders', { tab: 'folders', id: null }],
  ['#/settings/roles/folders/2', { tab: 'folders', id: '2' }],
  ['#/settings/roles/check/3', { tab: 'check', id: '3' }],
] as const)('%s is a place of the page of roles', (address, place) => {
  expect(rolesPlaceOf(parseRoute(address).id)).toEqual(place);
  expect(linkTo(place)).toBe(address);
});
