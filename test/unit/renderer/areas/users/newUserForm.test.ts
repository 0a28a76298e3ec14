import { describe, expect, it } from 'vitest';
import { emptyNewUser, newUserIssues, newUserOf } from '../../../../../renderer/areas/users/newUserForm.ts';

const anna = { ...emptyNewUser, name: ' anna ', password: 'plain words', repeated: 'plain words' };
const faultsOf = (form: typeof anna): string[] =>
  newUserIssues(form).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('the form for a new user', () => {
  it('takes a name and a password that was typed twice', () => {
    expect(faultsOf(anna)).toEqual([]);
    expect(newUserOf(anna)).toMatchObject({
      values: { name: 'anna', mail: null, language: null, isActive: true },
      password: 'plain words',
    });
  });

  it('gives the role that is chosen, also when nobody added it to the list', () => {
    const role = { roleId: 'operators', folderId: null };
    const chosen = { ...anna, newGrant: role };
    expect(newUserOf(chosen).grants).toEqual([role]);
    expect(newUserOf({ ...chosen, grants: [role] }).grants).toEqual([role]);
    expect(newUserOf({ ...anna, grants: [role] }).grants).toEqual([role]);
  });

  it('says at each field what is wrong', () => {
    expect(faultsOf({ ...anna, name: 'anna b', mail: 'nowhere', repeated: 'other' })).toEqual([
      'name userName',
      'mail emailAddress',
      'repeated notRepeated',
    ]);
  });

  it('asks for an address where the first password comes by mail, and sends none that was typed', () => {
    const byMail = { ...anna, hasPassword: false };
    expect(faultsOf(byMail)).toEqual(['mail required']);
    expect(newUserOf({ ...byMail, mail: 'anna@corp.example' }).password).toBeNull();
  });
});
