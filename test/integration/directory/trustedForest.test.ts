import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadKerberos } from '../../../electron/protocols/kerberos/loadKerberos.ts';
import type { DirectoryReader, FoundObject } from '../../../electron/services/directory/directoryReader.ts';
import { readDomains } from '../../../electron/services/directory/reading/readDomains.ts';
import { toDirectorySession } from '../../../electron/services/directory/access/toDirectorySession.ts';
import type { ControllerOpening } from '../../../electron/services/directory/connection/openController.ts';
import { corpDomain, partnerDomain } from '../../lab/directory/directoryIdentities.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { DirectoryReaders, labValues } from './directoryReaders.ts';

const availability = await ensureDirectoryServers();
const { signal } = new AbortController();

describe.skipIf(!availability.available)('a forest that is trusted', () => {
  let lab: DirectoryLab;
  let reader: DirectoryReader;
  let opening: ControllerOpening;
  const readers = new DirectoryReaders();

  beforeAll(async () => {
    lab = await startDirectoryLab({ partner: true });
    ({ reader, opening } = readers.open(labValues(lab)));
  });
  afterAll(async () => {
    expect(readers.unforeseen).toEqual([]);
    readers.close();
    await lab.stop();
  });

  it('is told by our directory with the SIDs of its domains, as our own domain is', async () => {
    const opened = await opening.openController(labValues(lab), signal);
    const domains = await readDomains(toDirectorySession(opened, lab.domain, []), signal);
    await opened.unbind();
    expect(domains.map(({ name, sid, forest }) => ({ name, sid, forest }))).toEqual([
      { name: corpDomain.name, sid: corpDomain.sid, forest: corpDomain.name },
      { name: partnerDomain.name, sid: partnerDomain.sid, forest: partnerDomain.name },
    ]);
  });

  it.each([
    ['NetBIOS name', `${partnerDomain.netbiosName}\\pat`],
    ['user principal name', `pat@${partnerDomain.name}`],
  ])('signs its people in at its own controller, with its own groups only: %s', async (_, name) => {
    const { password } = lab.partner?.users.pat ?? { password: '' };
    const token = await reader.signIn({ name, password }, signal);
    const { name: domain, netbiosName } = partnerDomain;
    expect(token.person).toMatchObject({ accountName: `${netbiosName}\\pat`, domain, forest: [domain] });
    expect(token.groupSids.length).toBeGreaterThan(0);
    expect(token.groupSids.every((sid) => sid.startsWith(`${partnerDomain.sid}-`))).toBe(true);
  });

  describe.skipIf(!loadKerberos().available)('with people in a group of ours', () => {
    const variables = ['KRB5_CONFIG', 'KRB5_CLIENT_KTNAME', 'KRB5CCNAME'] as const;
    const before = variables.map((name) => [name, process.env[name]] as const);
    const kinds = ['directoryUser', 'directoryGroup'] as const;

    /** Passwords of Samba do not cross a trust, tickets do. */
    const openByTicket = async (): Promise<DirectoryReader> => {
      process.env['KRB5_CONFIG'] = lab.kerberosConfiguration;
      process.env['KRB5_CLIENT_KTNAME'] = `FILE:${await lab.keytab(lab.users.reader.name)}`;
      process.env['KRB5CCNAME'] = `MEMORY:${randomUUID()}`;
      return readers.open(labValues(lab, { identity: { mode: 'windows' } })).reader;
    };
    const findOne = async (asking: DirectoryReader, domain: string, text: string): Promise<FoundObject> => {
      const search = { domain, text, size: 10, timeSeconds: 5, kinds: [...kinds] };
      const [found] = (await asking.searchObjects(search, signal)).objects;
      if (!found) throw new Error(`Nobody begins with ${text}.`);
      return found;
    };

    afterEach(() => {
      for (const [name, value] of before)
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
    });

    it('says who that is, through a group of that forest too, and whom it cannot ask for', async () => {
      const byTicket = await openByTicket();
      const denied = await findOne(byTicket, lab.domain, 'Denied RODC');
      const pat = await findOne(byTicket, partnerDomain.name, 'pat');
      const everybody = await findOne(byTicket, partnerDomain.name, 'Domain Users');
      const gone = `${partnerDomain.sid}-99999`;
      const add = [pat.objectSid, gone].map((sid) => ({ distinguishedName: `<SID=${sid}>` }));
      const { people: own } = await byTicket.readMembers(denied, 1_000, signal);
      await lab.changes.changeGroup(denied, { add });
      const uncounted = [{ domain: partnerDomain.name, count: 1, reason: { code: 'directoryObjectUnseen' } }];
      const counted = await byTicket.readMembers(denied, 1_000, signal);
      expect(counted).toMatchObject({ isCut: false, uncounted });
      const names = counted.people.map(({ accountName }) => accountName);
      expect(names).toContain('PARTNER\\pat');
      expect(names).toHaveLength(own.length + 1);
      await lab.changes.changeGroup(denied, {
        add: [{ distinguishedName: `<SID=${everybody.objectSid}>` }],
      });
      const all = await byTicket.readMembers(denied, 1_000, signal);
      expect(all.people.map(({ accountName }) => accountName)).toContain('PARTNER\\Administrator');
      // A simple bind of our reader is refused there, once, and that is the reason.
      expect(await reader.readMembers(denied, 1_000, signal)).toMatchObject({
        people: own.map(({ accountName }) => ({ accountName })),
        uncounted: [{ domain: partnerDomain.name, count: 3, reason: { code: 'readerRefusedElsewhere' } }],
      });
    });
  });

  it('is asked for nobody under a name that our directory does not know', async () => {
    const search = { domain: 'partner.example.invalid', text: 'pat', size: 10, timeSeconds: 5 };
    const searched = reader.searchObjects({ ...search, kinds: ['directoryUser'] }, signal);
    await expect(searched).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
