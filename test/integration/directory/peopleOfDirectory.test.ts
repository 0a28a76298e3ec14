import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noteNothing } from '../../../electron/services/audit/note.ts';
import type { DirectoryReader, FoundObject } from '../../../electron/services/directory/directoryReader.ts';
import type { Caller } from '../../../electron/services/session/identify.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import {
  type DirectoryPeopleLab,
  openDirectoryPeopleLab,
} from '../../unit/services/directory/people/directoryPeopleLab.ts';
import { administrator } from '../../unit/services/users/actors.ts';
import { addRoleRow } from '../../unit/stores/users/roleRows.ts';
import { DirectoryReaders, labValues } from './directoryReaders.ts';

const availability = await ensureDirectoryServers();
const signal = new AbortController().signal;

describe.skipIf(!availability.available)('people of a real domain', () => {
  let domain: DirectoryLab;
  let reader: DirectoryReader;
  let lab: DirectoryPeopleLab;
  const readers = new DirectoryReaders();

  beforeAll(async () => {
    domain = await startDirectoryLab();
    const { name: userName, password } = domain.administrator;
    // Who may see what was deleted.
    const identity = { mode: 'password', userName, password, source: 'typed' } as const;
    reader = readers.open(labValues(domain, { identity })).reader;
  });
  afterAll(async () => {
    readers.close();
    await domain.stop();
  });
  beforeEach(async () => {
    lab = await openDirectoryPeopleLab(reader);
    lab.clock.now = Date.now();
    if (lab.rules.directory) lab.rules.directory = { ...lab.rules.directory, domain: domain.domain };
  });
  afterEach(() => lab.remove());

  const findOne = async (text: string): Promise<FoundObject> => {
    const search = { domain: domain.domain, text, kinds: ['directoryGroup', 'directoryUser'] as const };
    const limits = { size: 10, timeSeconds: 10 };
    const { objects } = await reader.searchObjects(
      { ...search, kinds: [...search.kinds], ...limits },
      signal,
    );
    const [found] = objects;
    if (!found) throw new Error(`Nobody begins with ${text}.`);
    return found;
  };

  const heldBy = async (caller: Caller): Promise<string[]> => {
    const identity = await lab.people.identify(caller);
    return identity.state === 'signedIn' ? [...identity.held.everywhere] : [identity.state];
  };

  it('come in once a group of theirs is added, with its rights; and lose them when they leave it', async () => {
    const { alice } = domain.users;
    const signIn = () => lab.signIn(`CORP\\${alice.name}`, alice.password);
    await expect(signIn()).rejects.toMatchObject({ data: { reason: 'notAMember' } });

    const roleId = await addRoleRow(lab.database, 'Auditors', ['audit.view']);
    const [groupId] = await lab.addObjects([await findOne('console-admins')], [{ roleId, folderId: null }]);
    const caller = await signIn();
    expect(await heldBy(caller)).toEqual(['audit.view']);

    const aliceId = await lab.userIdOf(await findOne(alice.name));
    const check = await lab.people.rights.checkPermissions(aliceId, null, true);
    expect(check.membership).toMatchObject({
      ...{ state: 'current', domain: domain.domain },
      groups: [{ userId: groupId, path: ['CORP\\helpdesk', 'CORP\\it-staff'] }],
    });

    await domain.changes.changeGroup(domain.groups.helpdesk, { remove: [alice] });
    await lab.people.memberships.refreshMembership(aliceId, { note: noteNothing });
    expect(await heldBy(caller)).toEqual([]);
    await expect(signIn()).rejects.toMatchObject({ data: { reason: 'notAMember' } });
    await domain.changes.changeGroup(domain.groups.helpdesk, { add: [alice] });
    expect(await heldBy(await signIn())).toEqual(['audit.view']);
  });

  it('count in a preview once each, those of nested groups too', async () => {
    const { domain: name, objectGuid } = await findOne('console-admins');
    const roleId = await addRoleRow(lab.database, 'Auditors', ['audit.view']);
    const addition = { objects: [{ domain: name, objectGuid }], grants: [{ roleId, folderId: null }] };
    const preview = await lab.people.addition.previewAddition(addition, administrator, signal);
    expect(preview.examples).toContain('CORP\\alice');
    expect(preview.parts).toMatchObject([{ directMembers: 0, isCut: false }]);
    expect(preview.gaining).toBe(preview.parts[0]?.members);
  });

  it('are called as the domain calls them now, and are signed out once it has disabled or deleted them', async () => {
    const { alice } = domain.users;
    const found = await findOne(alice.name);
    const [id = ''] = await lab.addObjects([found]);
    const read = () => lab.people.memberships.refreshMembership(id, { note: noteNothing });

    await domain.changes.replace(alice, { sAMAccountName: 'alice.berg', displayName: 'Alice Berg' });
    const caller = await lab.signIn('CORP\\alice.berg', alice.password);
    expect(await lab.people.identify(caller)).toMatchObject({ name: 'CORP\\alice.berg' });

    await domain.changes.disable(alice);
    await read();
    expect(await heldBy(caller)).toEqual(['signedOut']);
    const disabled = { data: { reason: 'disabled' } };
    await expect(lab.signIn('CORP\\alice.berg', alice.password)).rejects.toMatchObject(disabled);

    await domain.changes.enable(alice);
    await domain.changes.replace(alice, { sAMAccountName: alice.name });
    expect(await heldBy(await lab.signIn(alice.name, alice.password))).toEqual([]);

    await domain.changes.remove(alice);
    await read();
    expect(await lab.stores.directoryObjects.find(id)).toMatchObject({ state: 'deleted' });
    expect(lab.deeds.map(({ operation }) => operation)).toEqual([
      ...['directory.followRename', 'directory.noteState', 'directory.followRename', 'directory.noteState'],
      'directory.noteState',
    ]);
  });
});
