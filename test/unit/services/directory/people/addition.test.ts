import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { additionPreviewSchema } from '../../../../../electron/contract/directory/addition.ts';
import { administratorRoleId } from '../../../../../electron/contract/users/role.ts';
import type { UserGrant } from '../../../../../electron/contract/users/user.ts';
import type { FoundObject } from '../../../../../electron/services/directory/directoryReader.ts';
import type { Actor } from '../../../../../electron/services/users/actor.ts';
import { administrator, personWith } from '../../users/actors.ts';
import { addRoleRow } from '../../../stores/users/roleRows.ts';
import { type DirectoryPeopleLab, openDirectoryPeopleLab } from './directoryPeopleLab.ts';

const signal = new AbortController().signal;

let lab: DirectoryPeopleLab;
let staff: FoundObject;
let auditors: UserGrant;

/** Four people in the group staff, one of them through another group. */
beforeEach(async () => {
  lab = await openDirectoryPeopleLab();
  staff = lab.directory.addGroup('staff');
  const nested = lab.directory.addGroup('nested', [staff.objectSid]);
  for (const name of ['anna', 'bernd', 'clara']) lab.directory.addUser(name, { groups: [staff.objectSid] });
  lab.directory.addUser('dora', { groups: [nested.objectSid] });
  auditors = { roleId: await addRoleRow(lab.database, 'Auditors', ['audit.view']), folderId: null };
});
afterEach(() => lab.remove());

const referenceTo = ({ domain, objectGuid }: FoundObject) => ({ domain, objectGuid });
const additionOf = (objects: readonly FoundObject[], grants: UserGrant[] = [auditors]) => ({
  objects: objects.map(referenceTo),
  grants,
});
const preview = async (objects: readonly FoundObject[], grants?: UserGrant[], actor: Actor = administrator) =>
  additionPreviewSchema.parse(
    await lab.people.addition.previewAddition(additionOf(objects, grants), actor, signal),
  );
const add = (
  addition: ReturnType<typeof additionOf>,
  { fingerprint, gaining }: { fingerprint: string; gaining: number | null },
  actor: Actor = administrator,
) => lab.people.addition.addObjects({ ...addition, fingerprint, confirmedGaining: gaining }, actor, signal);

describe('the preview of an addition', () => {
  it('counts members, nested ones too, and who would gain a right', async () => {
    const { fingerprint: _fingerprint, ...seen } = await preview([staff]);
    expect(seen).toEqual({
      parts: [
        {
          ...{ objectGuid: staff.objectGuid, userId: null },
          ...{ members: 4, directMembers: 3, isCut: false, uncounted: [] },
        },
      ],
      gaining: 4,
      examples: ['CORP\\anna', 'CORP\\bernd', 'CORP\\clara', 'CORP\\dora'],
      ...{ exceedsGuard: true, guard: 2 },
    });
  });

  it('counts as members, not as gaining, whose account is disabled', async () => {
    const { objectGuid } = lab.directory.addUser('krbtgt', { groups: [staff.objectSid] });
    lab.directory.change(objectGuid, { isDisabled: true });
    expect(await preview([staff])).toMatchObject({ parts: [{ members: 5 }], gaining: 4 });
  });

  it('counts nobody who holds what is given, and nobody for no role', async () => {
    await lab.addObjects([staff], [auditors]);
    await lab.signIn('anna');
    const others = lab.directory.addGroup('others');
    lab.directory.addUser('emil', { groups: [others.objectSid] });
    lab.clock.now += 10 * 3_600_000;
    expect(await preview([staff])).toMatchObject({ gaining: 3 });
    expect(await preview([others], [])).toMatchObject({ gaining: 0 });
    expect(await preview([others, staff])).toMatchObject({ gaining: 4 });
  });

  it('counts members of other domains, and who of them gains: through a domain local group nobody', async () => {
    const child = { domain: 'child.corp.example', accountName: 'CHILD\\erik' };
    const local = lab.directory.addGroup('local');
    lab.directory.change(local.objectGuid, { scope: 'domainLocal' });
    for (const group of [staff, local])
      lab.directory.addUser('erik', { ...child, groups: [group.objectSid] });
    lab.directory.addUser('frida', { groups: [local.objectSid] });
    expect(await preview([staff])).toMatchObject({ parts: [{ members: 5 }], gaining: 5 });
    const seen = await preview([local]);
    expect(seen).toMatchObject({ parts: [{ members: 2 }], gaining: 1, examples: ['CORP\\frida'] });
  });

  it('is the same whatever keeps a domain from being asked, and for each of its members', async () => {
    const mixed = lab.directory.addGroup('mixed');
    lab.directory.setOthers(mixed.objectGuid, 2);
    const seen = await preview([mixed]);
    lab.directory.setOthers(mixed.objectGuid, 2, ['domainNotReachable']);
    expect((await preview([mixed])).fingerprint).toBe(seen.fingerprint);
    lab.directory.setOthers(mixed.objectGuid, 1, ['domainNotReachable', 'connectTimeout']);
    expect((await preview([mixed])).fingerprint).toBe(seen.fingerprint);
    lab.directory.setOthers(mixed.objectGuid, 1);
    expect((await preview([mixed])).fingerprint).not.toBe(seen.fingerprint);
  });

  it('asks for the number too when members of other domains are not counted', async () => {
    const mixed = lab.directory.addGroup('mixed');
    lab.directory.setOthers(mixed.objectGuid, 2);
    const seen = await preview([mixed]);
    const uncounted = [{ domain: 'child.corp.example', count: 2, reason: { code: 'connectTimeout' } }];
    expect(seen).toMatchObject({ parts: [{ members: 0, uncounted }], gaining: 0, exceedsGuard: true });
    const { fingerprint } = seen;
    await expect(add(additionOf([mixed]), { fingerprint, gaining: null })).rejects.toMatchObject({
      data: { issues: [{ path: ['confirmedGaining'] }] },
    });
    await add(additionOf([mixed]), { fingerprint, gaining: 0 });
    expect(await preview([mixed], [])).toMatchObject({ exceedsGuard: false });
  });

  it('is refused for what is gone, and for roles that the actor may not give', async () => {
    lab.directory.remove(staff.objectGuid);
    await expect(preview([staff])).rejects.toMatchObject({
      data: { issues: [{ path: ['objects', 0], code: 'goneMeanwhile' }] },
    });
    const actor = personWith(['users.create', 'users.view', 'roles.view']);
    await expect(preview([], [auditors], actor)).rejects.toMatchObject({
      data: { issues: [{ path: ['grants', 0, 'roleId'], code: 'rightNotHeld' }] },
    });
    const everything = { roleId: administratorRoleId, folderId: null };
    await expect(preview([], [everything], actor)).rejects.toMatchObject({
      data: { issues: [{ code: 'administratorsOnly' }] },
    });
  });
});

describe('adding', () => {
  it('keeps references with their roles, and says so in the audit', async () => {
    const addition = additionOf([staff]);
    const noted: unknown[] = [];
    const actor = { ...administrator, note: (more: unknown) => void noted.push(more) };
    const outcome = await add(addition, await preview([staff]), actor);
    const [{ userId = '' } = {}] = outcome.added;
    expect(await lab.stores.users.find(userId)).toMatchObject({
      ...{ kind: 'directoryGroup', name: 'CORP\\staff', hasPassword: false, grants: [auditors] },
    });
    expect(JSON.stringify(noted)).toContain('Auditors');
    expect(noted).toMatchObject([{ subject: 'CORP\\staff' }]);
  });

  it('gives roles to one who is known already, who has been added by name then', async () => {
    await lab.addObjects([staff]);
    await lab.signIn('anna');
    const anna = await lab.stores.directoryObjects.findIdByAccount({
      ...{ account: 'anna', domain: 'corp.example', isOwnDomain: true, typed: 'anna' },
    });
    const [known] = await lab.stores.directoryObjects.findAll([anna ?? '']);
    const reference = { ...staff, objectGuid: known?.objectGuid ?? '' };
    const actor = personWith(['users.create', 'users.view', 'roles.view', 'audit.view']);
    const seen = await preview([reference], [auditors], actor);
    expect(seen.parts).toMatchObject([{ userId: anna, members: 1 }]);
    const withoutRight = add(additionOf([reference]), seen, actor);
    await expect(withoutRight).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      data: { permission: 'users.edit' },
    });
    expect(await add(additionOf([reference]), seen)).toMatchObject({
      added: [],
      changed: [{ userId: anna }],
    });
    expect(await lab.stores.users.find(anna ?? '')).toMatchObject({ grants: [auditors] });
    expect(await lab.stores.directoryObjects.find(anna ?? '')).toMatchObject({ isAutoProvisioned: false });
  });

  it('of more people than the guard lets pass takes their number', async () => {
    const seen = await preview([staff]);
    for (const gaining of [null, 3]) {
      await expect(add(additionOf([staff]), { ...seen, gaining })).rejects.toMatchObject({
        data: { issues: [{ path: ['confirmedGaining'], parameters: { gaining: 4 } }] },
      });
    }
    await add(additionOf([staff]), seen);
  });

  it('is refused when it would do something else than the preview said', async () => {
    const seen = await preview([staff]);
    lab.directory.addUser('emil', { groups: [staff.objectSid] });
    await expect(add(additionOf([staff]), seen)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(add(additionOf([staff], []), seen)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('undoing an addition', () => {
  const undo = (additionId: string, actor: Actor = administrator) =>
    lab.people.addition.undoAddition(additionId, actor);

  it('takes away what it added and the roles that it gave, and nothing else', async () => {
    const emil = lab.directory.addUser('emil', { groups: [staff.objectSid] });
    const watchers = { roleId: await addRoleRow(lab.database, 'Watchers', ['alerts.view']), folderId: null };
    const [emilId = ''] = await lab.addObjects([emil], [watchers]);
    const addition = additionOf([staff, emil], [auditors, watchers]);
    const { additionId, added } = await add(addition, await preview([staff, emil], addition.grants));
    await undo(additionId);
    expect(await lab.stores.users.find(added[0]?.userId ?? '')).toBeNull();
    expect(await lab.stores.users.find(emilId)).toMatchObject({ grants: [watchers] });
    await expect(undo(additionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes an administrator away that it made, which deleting alone would not', async () => {
    const everything = { roleId: administratorRoleId, folderId: null };
    const { additionId, added } = await add(
      additionOf([staff], [everything]),
      await preview([staff], [everything]),
    );
    await expect(undo(additionId, personWith(['users.create']))).rejects.toMatchObject({
      code: 'RESTRICTED',
    });
    await undo(additionId);
    expect(await lab.stores.users.find(added[0]?.userId ?? '')).toBeNull();
  });

  it('goes back one after the other, the last one first', async () => {
    const watchers = { roleId: await addRoleRow(lab.database, 'Watchers', ['alerts.view']), folderId: null };
    const first = await add(additionOf([staff]), await preview([staff]));
    const second = await add(additionOf([staff], [watchers]), await preview([staff], [watchers]));
    await undo(second.additionId);
    const id = first.added[0]?.userId ?? '';
    expect(await lab.stores.users.find(id)).toMatchObject({ grants: [auditors] });
    await undo(first.additionId);
    expect(await lab.stores.users.find(id)).toBeNull();
  });

  it('is refused when somebody has changed one of them since; all stays', async () => {
    const { additionId, added } = await add(additionOf([staff]), await preview([staff]));
    const id = added[0]?.userId ?? '';
    await lab.stores.users.setActive([id], false);
    await expect(undo(additionId)).rejects.toMatchObject({ code: 'CONFLICT', data: { revision: 2 } });
    expect(await lab.stores.users.find(id)).not.toBeNull();
  });
});

describe('looking for objects', () => {
  const search = (text: string) =>
    lab.people.addition.searchObjects(
      { domain: 'corp.example', text, kinds: ['directoryUser', 'directoryGroup'] },
      signal,
    );

  it('takes as many characters as the settings demand, and marks who is known', async () => {
    await expect(search('st')).rejects.toMatchObject({
      data: { issues: [{ path: ['text'], code: 'tooShort', parameters: { limit: 3 } }] },
    });
    // Of this only what stands behind the backslash is looked for among account names.
    await expect(search('CORP\\st')).rejects.toMatchObject({
      data: { issues: [{ code: 'tooShort' }] },
    });
    const [staffId] = await lab.addObjects([staff]);
    expect(await search('staff')).toMatchObject({ cutBy: null, objects: [{ userId: staffId }] });
    expect(await search('anna')).toMatchObject({ objects: [{ userId: null }] });
  });

  it('finds nothing without a directory', async () => {
    lab.rules.directory = null;
    await expect(search('staff')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
