import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DirectoryPeopleLab, openDirectoryPeopleLab } from './directoryPeopleLab.ts';

let lab: DirectoryPeopleLab;
beforeEach(async () => {
  lab = await openDirectoryPeopleLab();
});
afterEach(() => lab.remove());

it('lets somebody in who is in 30,000 groups, of which one is known here', async () => {
  const staff = lab.directory.addGroup('staff');
  const others = Array.from({ length: 29_999 }, (_, at) => `S-1-5-21-9-9-9-${at}`);
  const anna = lab.directory.addUser('anna', { groups: [...others, staff.objectSid] });
  await lab.addObjects([staff]);
  expect(await lab.people.identify(await lab.signIn('anna'))).toMatchObject({ state: 'signedIn' });
  expect(await lab.people.memberships.getMembership(await lab.userIdOf(anna))).toMatchObject({
    tokenGroups: 30_000,
    groups: [{ name: 'CORP\\staff' }],
  });
});
