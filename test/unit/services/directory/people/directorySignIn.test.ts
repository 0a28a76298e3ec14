import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryRefusals, fail } from '../../../../../electron/contract/failures.ts';
import { noteNothing } from '../../../../../electron/services/audit/note.ts';
import { addUserRow } from '../../../stores/users/peopleRows.ts';
import { addGrantRow, addRoleRow } from '../../../stores/users/roleRows.ts';
import { unreachable } from '../fakeDirectory.ts';
import { type DirectoryPeopleLab, hourMs, openDirectoryPeopleLab } from './directoryPeopleLab.ts';

let lab: DirectoryPeopleLab;
beforeEach(async () => {
  lab = await openDirectoryPeopleLab();
});
afterEach(() => lab.remove());

const refused = { code: 'SIGN_IN_REFUSED' };
const typePassword = { change: 'typePassword' } as const;
const notAMember = { code: 'DIRECTORY_SIGN_IN_REFUSED', data: { reason: 'notAMember' } };

describe('signing in with a name of the directory (U19)', () => {
  it.each(['CORP\\anna', 'anna@corp.example', 'anna', 'corp.example\\anna'])('takes %s', async (name) => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna]);
    const caller = await lab.signIn(name);
    expect(await lab.people.identify(caller)).toMatchObject({ state: 'signedIn', name: 'CORP\\anna' });
    expect(lab.directory.asked.filter((what) => what.startsWith('bind'))).toEqual([`bind ${name}`]);
  });

  it('asks the directory for the name that is counted, without blanks around it', async () => {
    lab.directory.addUser('anna');
    await lab.signInWrongly(' CORP\\anna\u00a0', 1);
    expect(lab.directory.asked).toEqual(['bind CORP\\anna']);
  });

  it('is of a local user who has that bare name, whose password is sent to nobody', async () => {
    lab.directory.addUser('anna');
    await addUserRow(lab.database.query, { name: 'anna' }, 'no hash of this password');
    await expect(lab.signIn('anna')).rejects.toThrow();
    expect(lab.directory.asked).toEqual([]);
  });

  it('is judged here alone while no directory is enabled, alike for everybody', async () => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna]);
    lab.directory.asked.length = 0;
    if (lab.rules.directory) lab.rules.directory = { ...lab.rules.directory, isEnabled: false };
    for (const name of ['CORP\\anna', 'nobody', 'anna'])
      await expect(lab.signIn(name)).rejects.toMatchObject(refused);
    expect(lab.directory.asked).toEqual([]);
  });

  it('never binds with an empty password', async () => {
    lab.directory.addUser('anna');
    await expect(lab.signIn('CORP\\anna', '')).rejects.toMatchObject(refused);
    expect(lab.directory.asked).toEqual([]);
  });

  it('is refused with what the directory says of the account, and recorded so', async () => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna]);
    lab.rules.attempts = 100;
    for (const reason of directoryRefusals) {
      lab.directory.refuse(anna.objectGuid, reason);
      const failure = { code: 'DIRECTORY_SIGN_IN_REFUSED', data: { reason } };
      await expect(lab.signIn('anna')).rejects.toMatchObject(failure);
    }
    const results = await lab.results();
    expect(new Set(results).size).toBe(directoryRefusals.length);
    expect(results).not.toContain('success');
  });

  it('is noted by name once the directory has said that there is such an account, and not before', async () => {
    const anna = lab.directory.addUser('anna');
    lab.rules.attempts = 100;
    await expect(lab.signIn('anna', 'wrong')).rejects.toMatchObject(refused);
    await expect(lab.signIn('no name but a password')).rejects.toMatchObject(refused);
    for (const reason of directoryRefusals) {
      lab.directory.refuse(anna.objectGuid, reason);
      await expect(lab.signIn(' CORP\\anna')).rejects.toMatchObject({ data: { reason } });
    }
    const subjects = lab.noted.flatMap(({ subject }) => subject ?? []);
    expect(subjects).toEqual(['', '', ...directoryRefusals.map(() => 'CORP\\anna')]);
  });
});

describe('who may come in (U10)', () => {
  it('is nobody who is in no group that is known here', async () => {
    const staff = lab.directory.addGroup('staff');
    lab.directory.addUser('anna', { groups: [staff.objectSid] });
    await expect(lab.signIn('anna')).rejects.toMatchObject(notAMember);
    expect(lab.noted.find(({ subject }) => subject)).toMatchObject({ subject: 'CORP\\anna' });
  });

  it('is who is in a known group, also through others; comes to be known by it, without subscriptions (U17)', async () => {
    const all = lab.directory.addGroup('all');
    const staff = lab.directory.addGroup('staff', [all.objectSid]);
    const values = { groups: [staff.objectSid], mail: 'anna@corp.example', preferredLanguage: 'fr-CH' };
    const anna = lab.directory.addUser('anna', { ...values, displayName: 'Anna Berg' });
    await lab.addObjects([all]);
    await lab.signIn('anna', 'right', 'browser');
    const id = await lab.userIdOf(anna);
    expect(await lab.stores.users.find(id)).toMatchObject({
      ...{ kind: 'directoryUser', name: 'CORP\\anna', displayName: 'Anna Berg' },
      ...{ mail: 'anna@corp.example', language: 'fr', grants: [] },
    });
    expect(await lab.stores.directoryObjects.find(id)).toMatchObject({ isAutoProvisioned: true });
    expect(lab.deeds).toEqual([
      {
        ...{ operation: 'directory.provisionUser', subject: 'CORP\\anna', door: 'browser' },
        changes: [{ path: 'membership.groups', before: null, after: '["CORP\\\\all"]' }],
      },
    ]);
    const query = await lab.database.query();
    expect(await query.selectFrom('alertSubscriptions').selectAll().execute()).toEqual([]);
  });

  it('is nobody through a group that is not active', async () => {
    const staff = lab.directory.addGroup('staff');
    lab.directory.addUser('anna', { groups: [staff.objectSid] });
    const [groupId = ''] = await lab.addObjects([staff]);
    await lab.stores.users.setActive([groupId], false);
    await expect(lab.signIn('anna')).rejects.toMatchObject(notAMember);
  });

  it('is who came through a group and has left it only with a role of their own (U12)', async () => {
    const staff = lab.directory.addGroup('staff');
    const anna = lab.directory.addUser('anna', { groups: [staff.objectSid] });
    await lab.addObjects([staff]);
    await lab.signIn('anna');
    lab.directory.setGroups(anna.objectGuid, []);
    await expect(lab.signIn('anna')).rejects.toMatchObject(notAMember);
    const roleId = await addRoleRow(lab.database, 'Auditors', ['audit.view']);
    await addGrantRow(lab.database, { userId: await lab.userIdOf(anna), roleId });
    const identity = await lab.people.identify(await lab.signIn('anna'));
    expect(identity).toMatchObject({ state: 'signedIn', held: { everywhere: new Set(['audit.view']) } });
  });

  it('is nobody whom an administrator has deactivated here', async () => {
    const anna = lab.directory.addUser('anna');
    const [id = ''] = await lab.addObjects([anna]);
    await lab.stores.users.setActive([id], false);
    await expect(lab.signIn('anna')).rejects.toMatchObject(refused);
    expect(await lab.results()).toEqual(['inactive']);
  });
});

describe('attempts (U27)', () => {
  it('lock who is known under whatever form of the name, and the directory is asked no more', async () => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna]);
    for (const name of ['CORP\\anna', 'anna@corp.example', 'anna'])
      await expect(lab.signIn(name, 'wrong')).rejects.toMatchObject(refused);
    lab.directory.asked.length = 0;
    await expect(lab.signIn('anna')).rejects.toMatchObject(refused);
    expect(lab.directory.asked).toEqual([]);
    expect(lab.locked).toHaveLength(1);
    expect(await lab.results()).toEqual(['wrongPassword', 'wrongPassword', 'wrongPassword', 'lockedOut']);
  });

  it.each(['anna@CORP', 'CORP.EXAMPLE.\\ANNA', 'ánna', 'corp\\an\u00adna', 'ánna@mail.example'])(
    'count for who is known also as %s',
    async (name) => {
      const anna = lab.directory.addUser('anna', { userPrincipalName: 'anna@mail.example' });
      const [userId = ''] = await lab.addObjects([anna]);
      await lab.signInWrongly(name, 3);
      expect(await lab.stores.lockouts.find({ userId })).toMatchObject({ failed: 3 });
    },
  );

  it('count for who is known by that user principal name, as the directory compares it', async () => {
    const userPrincipalName = 'Émile.Berg@mail.example';
    const [userId = ''] = await lab.addObjects([lab.directory.addUser('anna', { userPrincipalName })]);
    for (const name of ['émile.berg@mail.example', 'emile.berg@MAIL.example', userPrincipalName])
      await lab.signInWrongly(name, 1);
    expect(await lab.stores.lockouts.find({ userId })).toMatchObject({ failed: 3 });
  });

  it('count for nobody who is deleted, nor for who has lost the name to somebody else', async () => {
    const before = lab.directory.addUser('anna');
    const [beforeId = ''] = await lab.addObjects([before]);
    const after = lab.directory.addUser('anna');
    const [afterId = ''] = await lab.addObjects([after]);
    lab.directory.remove(after.objectGuid);
    lab.clock.now += hourMs;
    await lab.people.memberships.refreshMembership(afterId, { note: noteNothing });
    await lab.signInWrongly('anna', 1);
    for (const userId of [beforeId, afterId]) expect(await lab.stores.lockouts.find({ userId })).toBeNull();
  });

  it.each([
    'CN=anna,DC=corp,DC=example',
    '\\anna',
    'a\\b\\c',
    'corp.example/anna',
    '@corp.example',
    '<SID=S-1-5>',
  ])('as %s, which is no form of a name, reach no controller, and count', async (name) => {
    lab.rules.attempts = 2;
    await lab.signInWrongly(name, 2);
    await expect(lab.signIn(name)).rejects.toMatchObject(refused);
    expect(lab.directory.asked).toEqual([]);
    expect(await lab.results()).toEqual(['unknownUser', 'unknownUser', 'lockedOut']);
  });

  it('of somebody unknown count by the account that was typed', async () => {
    for (const name of ['CORP\\eve', 'éve@corp.example', 'EVE'])
      await expect(lab.signIn(name, 'wrong')).rejects.toMatchObject(refused);
    lab.directory.asked.length = 0;
    await expect(lab.signIn('eve')).rejects.toMatchObject(refused);
    expect(lab.directory.asked).toEqual([]);
  });

  it('do not count when no controller could be reached', async () => {
    const anna = lab.directory.addUser('anna');
    const [userId = ''] = await lab.addObjects([anna]);
    lab.directory.fail(unreachable());
    for (let count = 0; count < 5; count += 1)
      await expect(lab.signIn('anna')).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    expect(await lab.stores.lockouts.find({ userId })).toBeNull();
    expect(new Set(await lab.results())).toEqual(new Set(['directoryUnreachable']));
    lab.directory.fail(null);
    await lab.signIn('anna');
  });

  it('that no controller answered tell who is not signed in what it is, and no names', async () => {
    const { data } = unreachable();
    const named = { parameters: { host: 'dc1.corp.example' }, command: 'nltest', changes: [typePassword] };
    lab.directory.fail(fail('DIRECTORY_UNREACHABLE', { finding: { ...data.finding, ...named } }));
    const told = { code: 'DIRECTORY_UNREACHABLE', data };
    await expect(lab.signIn('anna')).rejects.toMatchObject(told);
    await expect(lab.basic('anna')).rejects.toMatchObject(told);
    const error: unknown = await lab.signInAsWindowsUser().catch((reason: unknown) => reason);
    expect(error).toMatchObject(told);
    expect(JSON.stringify(error)).not.toMatch(/dc1|nltest/);
  });

  it('that never reached a controller take back no wrong ones', async () => {
    const anna = lab.directory.addUser('anna');
    const [userId = ''] = await lab.addObjects([anna]);
    await lab.signInWrongly('anna', 2);
    lab.directory.fail(unreachable());
    await lab.signIn('anna').catch(() => undefined);
    expect(await lab.stores.lockouts.find({ userId })).toMatchObject({ failed: 2, lockedUntil: null });
  });

  it('with the right password begin anew', async () => {
    const anna = lab.directory.addUser('anna');
    const [userId = ''] = await lab.addObjects([anna]);
    await lab.signInWrongly('anna', 1);
    await lab.signIn('anna');
    expect(await lab.stores.lockouts.find({ userId })).toBeNull();
  });
});

describe('as whom the program runs', () => {
  it('somebody comes in without a password, proven by the directory', async () => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna]);
    lab.directory.runAs(anna.objectGuid);
    expect(await lab.people.identify(await lab.signInAsWindowsUser())).toMatchObject({ name: 'CORP\\anna' });
    expect(lab.directory.asked).toContain('own identity');
  });

  it('nobody comes in through the door of browsers, nor who is locked, nor without a directory', async () => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna]);
    lab.directory.runAs(anna.objectGuid);
    await expect(lab.signInAsWindowsUser('browser')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await lab.signInWrongly('anna', 3);
    await expect(lab.signInAsWindowsUser()).rejects.toMatchObject(refused);
    lab.rules.directory = null;
    await expect(lab.signInAsWindowsUser()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is told where only that person comes through', async () => {
    expect(await lab.people.signInWays(true)).toEqual({
      directory: { domain: 'corp.example', netbiosName: null },
      windowsUser: 'CORP\\anna',
    });
    await lab.addObjects([lab.directory.addUser('anna')]);
    expect(await lab.people.signInWays(false)).toEqual({
      directory: { domain: 'corp.example', netbiosName: 'CORP' },
      windowsUser: null,
    });
  });
});

describe('basic authentication (U26)', () => {
  const allow = async (): Promise<string> => {
    const [id = ''] = await lab.addObjects([lab.directory.addUser('anna')]);
    const user = await lab.stores.users.find(id);
    if (user)
      await lab.stores.users.replace(id, user.revision, { ...user, mayUseBasicAuthentication: true }, []);
    return id;
  };
  const binds = () => lab.directory.asked.filter((what) => what.startsWith('bind')).length;

  it('binds once for many calls, and again after a minute', async () => {
    await allow();
    for (let call = 0; call < 3; call += 1) await lab.basic('anna@corp.example');
    expect(binds()).toBe(1);
    lab.clock.now += 60_001;
    await lab.basic('anna@corp.example');
    expect(binds()).toBe(2);
  });

  it('ends at once for who is deactivated here, or when the directory is disabled', async () => {
    const id = await allow();
    await lab.basic('anna');
    await lab.stores.users.setActive([id], false);
    await expect(lab.basic('anna')).rejects.toMatchObject(refused);
    await lab.stores.users.setActive([id], true);
    if (lab.rules.directory) lab.rules.directory = { ...lab.rules.directory, isEnabled: false };
    await expect(lab.basic('anna')).rejects.toMatchObject(refused);
  });
});
