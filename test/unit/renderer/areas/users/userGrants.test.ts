import { describe, expect, it } from 'vitest';
import { administratorRoleId } from '../../../../../electron/contract/users/role.ts';
import { isAdministration, withGrant, withoutGrant } from '../../../../../renderer/areas/users/userGrants.ts';

const everywhere = { roleId: 'r', folderId: null };
const inFolder = { roleId: 'r', folderId: 'f' };

describe('roles of a user', () => {
  it('are held once in each place', () => {
    expect(withGrant([everywhere], inFolder)).toEqual([everywhere, inFolder]);
    expect(withGrant([everywhere], { ...everywhere })).toEqual([everywhere]);
  });

  it('are taken away in one place only', () => {
    expect(withoutGrant([everywhere, inFolder], everywhere)).toEqual([inFolder]);
  });

  it('make an administrator only everywhere', () => {
    expect(isAdministration({ roleId: administratorRoleId, folderId: null })).toBe(true);
    expect(isAdministration({ roleId: administratorRoleId, folderId: 'f' })).toBe(false);
  });
});
