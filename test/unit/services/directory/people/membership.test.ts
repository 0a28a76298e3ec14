import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteNothing } from '../../../../../electron/services/audit/note.ts';
import type { FoundObject } from '../../../../../electron/services/directory/directoryReader.ts';
import type { Caller } from '../../../../../electron/services/session/identify.ts';
import { addGrantRow, addRoleRow } from '../../../stores/users/roleRows.ts';
import { unreachable } from '../fakeDirectory.ts';
import { type DirectoryPeopleLab, hourMs, openDirectoryPeopleLab } from './directoryPeopleLab.ts';

let lab: DirectoryPeopleLab;
let staff: FoundObject;
let anna: FoundObject;
let staffId: string;
let annaId: string;
let caller: Caller;

/** Anna is in the group staff, whose role lets her see the audit, and may see alerts by a role of her own. */
beforeEach(async () => {
  lab = await openDirectoryPeopleLab();
  staff = lab.directory.addGroup('staff');
  anna = lab.directory.addUser('anna', { groups: [staff.objectSid] });
  const [auditors, watchers] = [
    await addRoleRow(lab.database, 'Auditors', ['audit.view']),
    await addRoleRow(lab.database, 'Watchers', ['alerts.view']),
  ];
  [staffId = ''] = await lab.addObjects([staff], [{ roleId: auditors, folderId: null }]);
  [annaId = ''] = await lab.addObjects([anna]);
  await addGrantRow(lab.database, { userId: annaId, roleId: watchers });
  caller = await lab.signIn('anna');
  lab.directory.asked.length = 0;
  lab.deeds.length = 0;
});
afterEach(() => lab.remove());

/** What she may do in a call now. */
const held = async (): Promise<string[]> => {
  const identity = await lab.people.identify(caller);
  return identity.state === 'signedIn' ? [...identity.held.everywhere].toSorted() : [identity.state];
};
const membership = () => lab.people.memberships.getMembership(annaId);
/** Later than the groups count, and she used the program meanwhile. */
const expire = async (): Promise<void> => {
  lab.clock.now += hourMs;
  const query = await lab.database.query();
  await query.updateTable('sessions').set({ seenAt: lab.clock.now }).execute();
};

describe('the rights of somebody of the directory', () => {
  it('are explicit and inherited ones together (U12), and asking for them asks no directory while they are fresh', async () => {
    expect(await held()).toEqual(['alerts.view', 'audit.view']);
    expect(lab.directory.asked).toEqual([]);
    expect(await membership()).toMatchObject({
      ...{ state: 'current', domain: 'corp.example', tokenGroups: 1, obstacle: null },
      groups: [{ userId: staffId, name: 'CORP\\staff' }],
    });
  });

  it('follow the groups when what was read has expired, by one reading for many calls at once (U11)', async () => {
    lab.directory.setGroups(anna.objectGuid, []);
    await expire();
    expect(await membership()).toMatchObject({ state: 'expired' });
    expect(await Promise.all([held(), held(), held()])).toEqual(Array(3).fill(['alerts.view']));
    expect(lab.directory.asked).toEqual(['token']);
    expect(lab.deeds).toEqual([
      {
        ...{ operation: 'directory.assignGroups', subject: 'CORP\\anna', door: null },
        changes: [{ path: 'membership.groups', before: '["CORP\\\\staff"]', after: null }],
      },
    ]);
  });

  it('are the explicit ones alone while the directory cannot be asked, which is said and not tried all the time (U13)', async () => {
    lab.directory.fail(unreachable());
    await expire();
    for (let call = 0; call < 3; call += 1) expect(await held()).toEqual(['alerts.view']);
    expect(lab.directory.asked).toEqual(['token']);
    expect(await membership()).toMatchObject({ state: 'unreadable', obstacle: 'connectTimeout' });
    lab.directory.fail(null);
    lab.clock.now += 60_000;
    expect(await held()).toEqual(['alerts.view', 'audit.view']);
    expect(await membership()).toMatchObject({ state: 'current', obstacle: null });
  });

  it('end as inherited ones when the group is deleted here; its people stay (U18)', async () => {
    await lab.stores.users.remove([staffId]);
    expect(await held()).toEqual(['alerts.view']);
    expect(await lab.stores.users.find(annaId)).not.toBeNull();
    expect(await membership()).toMatchObject({ tokenGroups: 1, groups: [] });
  });

  it('come at once from a group that is added after they were read', async () => {
    const late = lab.directory.addGroup('late');
    lab.directory.setGroups(anna.objectGuid, [staff.objectSid, late.objectSid]);
    await lab.people.memberships.refreshMembership(annaId, { note: noteNothing });
    const roleId = await addRoleRow(lab.database, 'Mail', ['mail.view']);
    await lab.addObjects([late], [{ roleId, folderId: null }]);
    expect(await held()).toEqual(['alerts.view', 'audit.view', 'mail.view']);
  });

  it('are none when the directory is disabled: who is signed in is so no more', async () => {
    if (lab.rules.directory) lab.rules.directory = { ...lab.rules.directory, isEnabled: false };
    expect(await lab.people.identify(caller)).toMatchObject({ state: 'signedOut', end: { reason: 'ended' } });
  });
});

describe('somebody whom the directory', () => {
  it.each([
    ['disabled', () => lab.directory.change(anna.objectGuid, { isDisabled: true })],
    ['deleted', () => lab.directory.remove(anna.objectGuid)],
  ])('has %s is signed out with the reading that finds it, shown so and kept', async (state, change) => {
    change();
    await expire();
    expect(await held()).toEqual(['signedOut']);
    expect(await lab.stores.directoryObjects.find(annaId)).toMatchObject({ state });
    expect(await lab.stores.users.find(annaId)).toMatchObject({ isActive: true });
    const { user } = await lab.people.rights.checkPermissions(annaId, null, true);
    expect(user).toMatchObject({ isActive: false });
    expect(lab.deeds.find(({ operation }) => operation === 'directory.noteState')).toMatchObject({
      subject: 'CORP\\anna',
      changes: [{ path: 'object.state', before: '"present"', after: JSON.stringify(state) }],
    });
  });

  it('has enabled again may come in again', async () => {
    lab.directory.change(anna.objectGuid, { isDisabled: true });
    await lab.people.memberships.refreshMembership(annaId, { note: noteNothing });
    lab.directory.change(anna.objectGuid, { isDisabled: false });
    caller = await lab.signIn('anna');
    expect(await held()).toEqual(['alerts.view', 'audit.view']);
  });

  it('has renamed and moved is called so here, with a row in the audit (U15)', async () => {
    const moved = {
      accountName: 'NORTH\\anna.berg',
      domain: 'north.corp.example',
      objectSid: 'S-1-5-21-9-1',
    };
    lab.directory.change(anna.objectGuid, { ...moved, displayName: 'Anna Berg', mail: 'berg@corp.example' });
    await lab.people.memberships.refreshMembership(annaId, { note: noteNothing });
    expect(await lab.stores.users.find(annaId)).toMatchObject({
      ...{ name: 'NORTH\\anna.berg', displayName: 'Anna Berg', mail: 'berg@corp.example' },
    });
    expect(await lab.stores.directoryObjects.find(annaId)).toMatchObject({ domain: 'north.corp.example' });
    expect(lab.deeds).toContainEqual({
      ...{ operation: 'directory.followRename', subject: 'NORTH\\anna.berg', door: null },
      changes: [{ path: 'user.name', before: '"CORP\\\\anna"', after: '"NORTH\\\\anna.berg"' }],
    });
  });

  it('has deleted is said to be gone, not to be in groups that are known', async () => {
    lab.directory.remove(anna.objectGuid);
    await lab.people.memberships.refreshMembership(annaId, { note: noteNothing });
    expect(await membership()).toMatchObject({ state: 'gone', groups: [] });
  });

  it('has deleted gives the name to who has it next', async () => {
    lab.directory.remove(anna.objectGuid);
    const next = lab.directory.addUser('anna', { groups: [staff.objectSid] });
    await lab.signIn('anna');
    expect(await lab.stores.users.find(await lab.userIdOf(next))).toMatchObject({ name: 'CORP\\anna' });
    expect(await lab.stores.users.find(annaId)).toMatchObject({ name: `CORP\\anna (${anna.objectSid})` });
  });

  it('holds apart from somebody whose name is the same here has one of their own, whoever is read', async () => {
    const people = [lab.directory.addUser('fin'), lab.directory.addUser('\ufb01n')];
    const [first = '', second = ''] = await lab.addObjects(people);
    lab.deeds.length = 0;
    for (const id of [first, second, second, first, first, second]) {
      await lab.people.memberships.refreshMembership(id, { note: noteNothing });
      expect(await lab.stores.users.find(first)).toMatchObject({ name: 'CORP\\fin' });
      expect(await lab.stores.users.find(second)).toMatchObject({
        name: `CORP\\\ufb01n (${people[1]?.objectSid ?? ''})`,
      });
    }
    expect(lab.deeds).toEqual([]);
    lab.directory.remove(people[0]?.objectGuid ?? '');
    for (const id of [first, second])
      await lab.people.memberships.refreshMembership(id, { note: noteNothing });
    expect(await lab.stores.users.find(second)).toMatchObject({ name: 'CORP\\\ufb01n' });
  });

  it('holds apart from somebody of a domain of the same NetBIOS name has one of their own, whoever is read', async () => {
    const other = lab.directory.addUser('anna', {
      domain: 'partner.example',
      objectSid: 'S-1-5-21-9-9-9-1501',
    });
    const [otherId = ''] = await lab.addObjects([other]);
    for (const each of [anna, other, anna]) await lab.addObjects([each]);
    expect((await lab.stores.users.find(annaId))?.name).toBe('CORP\\anna');
    expect((await lab.stores.users.find(otherId))?.name).toBe('CORP\\anna (S-1-5-21-9-9-9-1501)');
    expect(lab.deeds).toEqual([]);
  });

  it('knows by another address keeps the one that was decided here', async () => {
    const { directoryObjects } = lab.stores;
    const known = await directoryObjects.find(annaId);
    if (known) await directoryObjects.save({ ...known, overrides: ['mail'] });
    lab.directory.change(anna.objectGuid, { mail: 'anna@corp.example', preferredLanguage: 'de' });
    await lab.signIn('anna');
    expect(await lab.stores.users.find(annaId)).toMatchObject({ mail: null, language: 'de' });
  });
});

describe('a group', () => {
  it('that was renamed is found out when somebody in it is read anew', async () => {
    lab.directory.change(staff.objectGuid, { accountName: 'CORP\\crew' });
    await expire();
    await held();
    expect(await membership()).toMatchObject({ groups: [{ name: 'CORP\\crew' }] });
    expect(lab.deeds).toMatchObject([{ operation: 'directory.followRename', subject: 'CORP\\crew' }]);
  });

  it('that was deleted and restored gives its roles again', async () => {
    const known = await lab.stores.directoryObjects.find(staffId);
    if (known) await lab.stores.directoryObjects.save({ ...known, state: 'deleted' });
    expect(await held()).toEqual(['alerts.view']);
    await expire();
    expect(await held()).toEqual(['alerts.view', 'audit.view']);
    expect(lab.deeds).toMatchObject([{ operation: 'directory.noteState', subject: 'CORP\\staff' }]);
  });
});

describe('reading anew', () => {
  it('says that no controller can be reached, and keeps what was read for as long as it counts', async () => {
    lab.directory.fail(unreachable());
    const reading = lab.people.memberships.refreshMembership(annaId, { note: noteNothing });
    await expect(reading).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    expect(await membership()).toMatchObject({ state: 'current', obstacle: 'connectTimeout' });
    expect(await held()).toEqual(['alerts.view', 'audit.view']);
  });

  it('is of people of the directory alone', async () => {
    const reading = lab.people.memberships.refreshMembership(staffId, { note: noteNothing });
    await expect(reading).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the check of permissions (N10)', () => {
  it('names every group on the way, with domain and age', async () => {
    const nested = lab.directory.addGroup('nested', [staff.objectSid]);
    lab.directory.setGroups(anna.objectGuid, [nested.objectSid]);
    lab.directory.setGroups(staff.objectGuid, [nested.objectSid]);
    await lab.signIn('anna');
    const check = await lab.people.rights.checkPermissions(annaId, null, true);
    const audit = check.permissions.find(({ permission }) => permission === 'audit.view');
    expect(audit?.reasons).toMatchObject([
      {
        groups: [
          { id: nested.objectSid, name: 'CORP\\nested' },
          { id: staffId, name: 'CORP\\staff' },
        ],
        isPathKnown: true,
      },
    ]);
    expect(check.membership).toMatchObject({
      ...{ state: 'current', domain: 'corp.example', readAt: new Date(lab.clock.now).toISOString() },
      groups: [{ userId: staffId, path: ['CORP\\nested'] }],
    });
    const without = { groupId: nested.objectSid };
    const left = await lab.people.rights.checkPermissions(annaId, without, true);
    expect(left.permissions.find(({ isLost }) => isLost)?.permission).toBe('audit.view');
  });

  it('names the group alone when the directory cannot be asked for the way, and says that it is not known', async () => {
    lab.directory.fail(unreachable());
    const check = await lab.people.rights.checkPermissions(annaId, null, true);
    const audit = check.permissions.find(({ permission }) => permission === 'audit.view');
    expect(audit?.reasons).toMatchObject([{ groups: [{ id: staffId }], isPathKnown: false }]);
    expect(check.membership).toMatchObject({ state: 'current', groups: [{ path: null }] });
  });

  it('says at once what is known here, without asking the directory for the way', async () => {
    const check = await lab.people.rights.checkPermissions(annaId, null, false);
    const reasons = check.permissions.flatMap((permission) => permission.reasons);
    expect(reasons).toMatchObject([
      { groups: [{ id: staffId }], isPathKnown: false },
      { groups: [], isPathKnown: true },
    ]);
    expect(lab.directory.asked).toEqual([]);
  });

  it('asks a silent directory once for half a minute, and again at once when somebody was read', async () => {
    const links = () => lab.directory.asked.filter((what) => what === 'links').length;
    lab.directory.fail(unreachable());
    await lab.people.rights.checkPermissions(annaId, null, true);
    await membership();
    expect(links()).toBe(1);
    lab.clock.now += 30_000;
    await membership();
    expect(links()).toBe(2);
    lab.directory.fail(null);
    await lab.people.memberships.refreshMembership(annaId, { note: noteNothing });
    expect(await membership()).toMatchObject({ groups: [{ path: [] }] });
  });
});

describe('a slow directory', () => {
  it('is asked once, however many calls come, and what it says counts when it comes', async () => {
    await expire();
    const release = lab.directory.hold();
    const calls = [held(), held()];
    release();
    expect(await Promise.all(calls)).toEqual(Array(2).fill(['alerts.view', 'audit.view']));
    expect(lab.directory.asked.filter((what) => what === 'token')).toHaveLength(1);
  });
});
