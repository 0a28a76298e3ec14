import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { startingPerson } from '../../../electron/hosts/startingPerson.ts';

const { username } = os.userInfo();

describe('the person who starts the program', () => {
  it.each(['desktop', 'browser', 'commandLine'] as const)(
    'is named with the Windows domain at the door %s',
    (door) => {
      expect(startingPerson(door, { USERDOMAIN: 'CORP' })).toMatchObject({
        door,
        user: `CORP\\${username}`,
      });
    },
  );

  it('is named by the account alone where there is no domain', () => {
    expect(startingPerson('browser', {}).user).toBe(username);
  });
});
