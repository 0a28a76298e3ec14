import { describe, expect, it } from 'vitest';
import type { DirectoryObject } from '../../../../../electron/contract/directory/directoryObject.ts';
import { CallError } from '../../../../../renderer/api/callError.ts';
import {
  additionOf,
  emptyAddition,
  goneAt,
  isConfirmed,
  mostChosen,
  searchOf,
  withObjects,
  withoutObjects,
  withToggled,
} from '../../../../../renderer/areas/users/directory/addition.ts';

const object = (number: number): DirectoryObject => ({
  objectGuid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  objectSid: `S-1-5-21-1-2-3-${number}`,
  ...{ kind: 'directoryGroup', scope: 'global' },
  domain: 'corp.example',
  accountName: `CORP\\group${number}`,
  ...{ userPrincipalName: null, displayName: '', mail: null, userId: null, isDisabled: false },
  distinguishedName: `CN=group${number},DC=corp,DC=example`,
});
const [first, second, third] = [object(1), object(2), object(3)];
const roleId = '00000000-0000-4000-8000-0000000000aa';

describe('what is chosen', () => {
  it('has each object once, however often it is found', () => {
    const foundAgain = { ...first, displayName: 'Renamed meanwhile' };
    expect(withObjects([first, second], [foundAgain, third])).toEqual([first, second, third]);
    expect(withToggled([first, second], foundAgain)).toEqual([second]);
    expect(withoutObjects([first, second], [foundAgain])).toEqual([second]);
  });

  it('never has more than can be added at once', () => {
    const many = Array.from({ length: mostChosen + 5 }, (_, at) => object(at));
    expect(withObjects([], many)).toHaveLength(mostChosen);
  });

  it('is added with the role that is chosen, also when it is not in the list yet', () => {
    const form = { ...emptyAddition, newGrant: { roleId, folderId: null } };
    expect(additionOf([], form)).toBeNull();
    expect(additionOf([first], form)).toEqual({
      objects: [{ domain: 'corp.example', objectGuid: first.objectGuid }],
      grants: [{ roleId, folderId: null }],
    });
  });
});

it('asks the directory only for as much text as the settings demand, counted as people count', () => {
  expect(searchOf('corp.example', ' an ', 3)).toBeNull();
  expect(searchOf('corp.example', '👩👩', 3)).toBeNull();
  expect(searchOf('corp.example', ' ann ', 3)).toMatchObject({ text: 'ann' });
  expect(searchOf('corp.example', 'CORP\\an', 3)).toBeNull();
});

it('lets many gain rights only for exactly their number', () => {
  expect(isConfirmed({ exceedsGuard: false, gaining: 5 }, '')).toBe(true);
  expect(isConfirmed({ exceedsGuard: true, gaining: 500 }, '')).toBe(false);
  expect(isConfirmed({ exceedsGuard: true, gaining: 500 }, '5000')).toBe(false);
  expect(isConfirmed({ exceedsGuard: true, gaining: 500 }, '500')).toBe(true);
});

it('names those of the chosen that are gone', () => {
  const issues = [
    { path: ['objects', 1], code: 'goneMeanwhile', parameters: {} },
    { path: ['grants', 0, 'roleId'], code: 'goneMeanwhile', parameters: {} },
  ];
  expect([...goneAt(new CallError({ code: 'INVALID_INPUT', data: { issues } }))]).toEqual([1]);
  expect([...goneAt(null)]).toEqual([]);
});
