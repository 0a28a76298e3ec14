import { describe, expect, it } from 'vitest';
import { checkedOf, permissionsOf, toggle } from '../../../../../renderer/areas/roles/permissionChoice.ts';

describe('choosing the rights of a role', () => {
  const mail = permissionsOf({ area: 'mail' });

  it('knows the rights of an area and the areas of a right', () => {
    expect(mail).toEqual(['mail.view', 'mail.edit', 'mail.create', 'mail.delete']);
    expect(permissionsOf({ right: 'view' })).toContain('audit.view');
    expect(permissionsOf({ right: 'view' })).not.toContain('audit.edit');
  });

  it('says whether all of them are held, some or none', () => {
    expect(checkedOf([], mail)).toBe(false);
    expect(checkedOf(['mail.edit', 'users.view'], mail)).toBe('mixed');
    expect(checkedOf(mail, mail)).toBe(true);
  });

  it('gives those that are missing, takes all when none is, and leaves the others', () => {
    expect(toggle(['users.view', 'mail.edit'], mail)).toEqual([...mail, 'users.view']);
    expect(toggle([...mail, 'users.view'], mail)).toEqual(['users.view']);
  });
});
