import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DirectoryPeopleLab, openDirectoryPeopleLab } from './directoryPeopleLab.ts';

let lab: DirectoryPeopleLab;
beforeEach(async () => {
  lab = await openDirectoryPeopleLab();
});
afterEach(() => lab.remove());

it('Nobody of another forest comes in as somebody of ours, whatever objectGUID its controller claims', async () => {
  const anna = lab.directory.addUser('anna');
  await lab.addObjects([anna]);
  lab.directory.change(anna.objectGuid, { domain: 'partner.example', accountName: 'PARTNER\\anna' });
  await expect(lab.signIn('PARTNER\\anna')).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
  lab.directory.change(anna.objectGuid, { domain: 'child.corp.example', accountName: 'CHILD\\anna' });
  const caller = await lab.signIn('CHILD\\anna');
  expect(await lab.people.identify(caller)).toMatchObject({ state: 'signedIn', name: 'CHILD\\anna' });
});
