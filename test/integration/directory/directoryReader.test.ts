import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryReader, FoundObject } from '../../../electron/services/directory/directoryReader.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { oddUsers } from '../../lab/directory/directoryIdentities.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { DirectoryReaders, labValues } from './directoryReaders.ts';

const availability = await ensureDirectoryServers();
const signal = new AbortController().signal;
const kinds = ['directoryUser', 'directoryGroup'] as const;
const limits = { size: 100, timeSeconds: 10 };

describe.skipIf(!availability.available)('what a real domain controller says', () => {
  let lab: DirectoryLab;
  let reader: DirectoryReader;
  const readers = new DirectoryReaders();

  beforeAll(async () => {
    lab = await startDirectoryLab();
    reader = readers.open(labValues(lab)).reader;
  });
  afterAll(async () => {
    readers.close();
    await lab.stop();
  });

  /** A reader that may see what was deleted. */
  const openSeeing = (): DirectoryReader => {
    const { name, password } = lab.administrator;
    const identity = { mode: 'password', userName: name, password, source: 'typed' } as const;
    return readers.open(labValues(lab, { identity })).reader;
  };

  const find = async (text: string): Promise<FoundObject[]> =>
    (await reader.searchObjects({ domain: lab.domain, text, kinds: [...kinds], ...limits }, signal)).objects;
  const findOne = async (text: string): Promise<FoundObject> => {
    const [found] = await find(text);
    if (!found) throw new Error(`Nobody begins with ${text}.`);
    return found;
  };

  it('signs in with each form of a name, and knows who that is with all groups', async () => {
    const { name, password } = lab.users.alice;
    const wanted = await findOne('console-adm');
    for (const typed of [`CORP\\${name}`, `${lab.domain}\\${name}`, `${name}@${lab.domain}`, name]) {
      const { person, groupSids } = await reader.signIn({ name: typed, password }, signal);
      expect(person).toMatchObject({
        accountName: 'CORP\\alice',
        domain: lab.domain,
        preferredLanguage: 'en-GB',
      });
      expect(groupSids).toContain(wanted.objectSid);
    }
  });

  it.each([
    ['outsideHours', 'logonHours'],
    ['otherWorkstation', 'workstation'],
    ['expiredPassword', 'passwordExpired'],
    ['disabled', 'disabled'],
    ['expiredAccount', 'accountExpired'],
    ['mustChange', 'mustChangePassword'],
    ['locked', 'lockedOut'],
  ] as const)('says of %s that it is %s, in the words of the contract', async (key, reason) => {
    const { userPrincipalName: name, password } = lab.users[key];
    await expect(reader.signIn({ name, password }, signal)).rejects.toMatchObject({
      code: 'DIRECTORY_SIGN_IN_REFUSED',
      data: { reason },
    });
  });

  it('refuses a wrong name and a wrong password alike, and asks nobody about an empty one', async () => {
    const attempts = [
      { name: 'CORP\\nobody', password: 'x' },
      { name: lab.users.bob.userPrincipalName, password: 'wrong' },
      { name: lab.users.bob.userPrincipalName, password: '' },
    ];
    for (const attempt of attempts)
      await expect(reader.signIn(attempt, signal)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });

  it('finds people by the beginning of every odd name, and nobody else by it', async () => {
    for (const odd of oddUsers) {
      const found = await find(odd.commonName);
      expect(found.map(({ accountName }) => accountName)).toContain(`CORP\\${odd.name}`);
    }
    expect(await find('*')).toEqual([]);
    expect(await find(')(objectClass=*')).toEqual([]);
  });

  it('finds no distribution group and no contact: neither is ever in a token', async () => {
    expect(await find('newsletter')).toEqual([]);
    expect(await find('Contact 000')).toEqual([]);
  });

  it('stops at the size that was asked for, and says so', async () => {
    const search = { domain: lab.domain, text: 'o', kinds: [...kinds], size: 3, timeSeconds: 10 };
    const { objects, cutBy } = await reader.searchObjects(search, signal);
    expect(objects).toHaveLength(3);
    expect(cutBy).toBe('size');
  });

  it('knows how somebody is in a group, through groups in between and in circles', async () => {
    const alice = await findOne('alice');
    const admins = await findOne('console-adm');
    const links = await reader.readLinks(alice, [admins.objectSid], signal);
    const bySid = new Map(links.map((link) => [link.sid, link]));
    const path = [alice.objectSid];
    for (let at = bySid.get(alice.objectSid); at && at.sid !== admins.objectSid;) {
      const next = at.memberOf
        .map((sid) => bySid.get(sid))
        .find((one) => one && /desk|staff|admins/.test(one.name));
      if (!next) break;
      path.push(next.sid);
      at = next;
    }
    expect(path.at(-1)).toBe(admins.objectSid);
    expect(path).toHaveLength(4);
    const first = await findOne('L1');
    const circle = await reader.readLinks(alice, [first.objectSid], signal);
    expect(circle.map(({ name }) => name)).toContain('L1');
  });

  it('counts who is in a group, each once, also where groups contain each other', async () => {
    const admins = await reader.readMembers(await findOne('console-adm'), 1_000, signal);
    expect(admins.people.map(({ accountName }) => accountName)).toEqual(['CORP\\alice']);
    expect(admins).toMatchObject({ direct: 0, isCut: false });
    const circle = await reader.readMembers(await findOne('L1'), 1_000, signal);
    expect(circle.people.map(({ accountName }) => accountName)).toEqual(['CORP\\alice']);
    const everybody = await findOne('Domain Users');
    const cut = await reader.readMembers(everybody, 5, signal);
    expect(cut.isCut).toBe(true);
    // 4,000 contacts, who never sign in, and one person.
    const large = await reader.readMembers(await findOne('large-group'), 1_000, signal);
    expect(large.people.map(({ accountName }) => accountName)).toEqual(['CORP\\bob']);
    expect(cut.people).toHaveLength(5);
  });

  it('says how many members of a group nobody has looked into, and whom a group counts for', async () => {
    const denied = await findOne('Denied RODC');
    expect(denied).toMatchObject({ scope: 'domainLocal' });
    const stranger = { distinguishedName: '<SID=S-1-5-21-7-8-9-1105>' };
    await lab.changes.changeGroup(denied, { add: [stranger] });
    const uncounted = [{ domain: null, count: 1, reason: null }];
    expect(await reader.readMembers(denied, 10_000, signal)).toMatchObject({ isCut: false, uncounted });
    const admins = await findOne('console-adm');
    expect(admins).toMatchObject({ scope: 'global' });
    expect(await reader.readMembers(admins, 10, signal)).toMatchObject({ uncounted: [] });
    expect(await findOne('alice')).toMatchObject({ scope: null });
  });

  it('follows somebody through a rename and a move, and knows who is gone (U15)', async () => {
    const before = await findOne('łukasz');
    const renamed = await lab.changes.rename(before, 'Lukas Renamed');
    await lab.changes.move(renamed, `CN=Users,${lab.root}`);
    const after = await reader.readObject(before, signal);
    expect(after).toMatchObject({ objectSid: before.objectSid });
    if (after === null || after === 'deleted') throw new Error('It is gone.');
    expect(after.distinguishedName).toBe(`CN=Lukas Renamed,CN=Users,${lab.root}`);
    const token = await reader.readToken(before, signal);
    if (token === null || token === 'deleted') throw new Error('It is gone.');
    expect(token.groupSids.length).toBeGreaterThan(0);
    await lab.changes.remove(after);
    expect(await openSeeing().readObject(before, signal)).toBe('deleted');
    // Who may not see what was deleted can say nothing of it.
    expect(await reader.readToken(before, signal)).toBeNull();
  });

  it('lists its domain first, and the forest that trusts it (U06)', async () => {
    const { domains } = await reader.listDomains(true, signal);
    expect(domains[0]).toMatchObject({
      name: lab.domain,
      netbiosName: 'CORP',
      direction: 'own',
      obstacle: null,
    });
    expect(domains.slice(1)).toMatchObject([
      { name: 'partner.example.test', netbiosName: 'PARTNER', direction: 'bidirectional', kind: 'forest' },
    ]);
  });

  it('says which obstacle keeps it from answering', async () => {
    const identity = { mode: 'password', userName: 'nobody', password: 'x', source: 'typed' } as const;
    const { reader: blind } = readers.open(labValues(lab, { identity }));
    await expect(blind.readObject(await findOne('alice'), signal)).rejects.toMatchObject({
      code: 'DIRECTORY_UNREACHABLE',
      data: { finding: { code: 'readerRefused' } },
    });
    expect(readers.unforeseen).toEqual([]);
  });
});
