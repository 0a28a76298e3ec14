import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryReader } from '../../../electron/services/directory/directoryReader.ts';
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
    expect(token).toMatchObject({
      person: { accountName: `${partnerDomain.netbiosName}\\pat`, domain: partnerDomain.name },
      forest: [partnerDomain.name],
    });
    expect(token.groupSids.length).toBeGreaterThan(0);
    expect(token.groupSids.every((sid) => sid.startsWith(`${partnerDomain.sid}-`))).toBe(true);
  });

  it('is asked for nobody under a name that our directory does not know', async () => {
    const search = { domain: 'partner.example.invalid', text: 'pat', size: 10, timeSeconds: 5 };
    const searched = reader.searchObjects({ ...search, kinds: ['directoryUser'] }, signal);
    await expect(searched).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
