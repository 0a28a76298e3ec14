import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createMembershipReading,
  type MembershipReading,
} from '../../../../../electron/services/directory/people/membershipReading.ts';
import { createPeopleTransaction } from '../../../../../electron/stores/users/peopleTransaction.ts';
import { unreachable } from '../fakeDirectory.ts';
import { type DirectoryPeopleLab, hourMs, openDirectoryPeopleLab } from './directoryPeopleLab.ts';

let lab: DirectoryPeopleLab;
let annaId: string;
let reading: MembershipReading;
const errors: unknown[] = [];

/** Nobody waits for a reading that is under way. */
const openReading = (reader = lab.directory.reader): MembershipReading =>
  createMembershipReading({
    ...{ reader, stores: lab.stores, transact: createPeopleTransaction(lab.database.query) },
    rules: async () => lab.rules.directory,
    record: async () => undefined,
    patience: async () => undefined,
    onError: (error) => void errors.push(error),
    now: () => lab.clock.now,
  });

beforeEach(async () => {
  lab = await openDirectoryPeopleLab();
  const staff = lab.directory.addGroup('staff');
  const anna = lab.directory.addUser('anna', { groups: [staff.objectSid] });
  [, annaId = ''] = await lab.addObjects([staff, anna]);
  lab.directory.asked.length = 0;
  errors.length = 0;
  reading = openReading();
});
afterEach(() => lab.remove());

const names = async () => (await reading.currentGroups(annaId)).map(({ name }) => name);

it('keeps no call waiting: what is read counts for the next one', async () => {
  const release = lab.directory.hold();
  expect([await names(), await names()]).toEqual([[], []]);
  const read = reading.refresh(annaId);
  release();
  await read;
  expect(await names()).toEqual(['CORP\\staff']);
  expect(lab.directory.asked).toEqual(['token']);
});

it('tells of a mistake of the program, which gives nobody a right', async () => {
  lab.directory.fail(new Error('broken'));
  await expect(reading.refresh(annaId)).rejects.toThrow('broken');
  expect(await names()).toEqual([]);
  lab.clock.now += 60_000;
  await names();
  await expect.poll(() => errors).toHaveLength(1);
  expect(lab.directory.asked).toEqual(['token', 'token']);
});

it('leaves alone who is removed here meanwhile', async () => {
  const release = lab.directory.hold();
  const read = reading.refresh(annaId);
  await lab.stores.users.remove([annaId]);
  release();
  await read;
  expect(await lab.stores.directoryObjects.find(annaId)).toBeNull();
});

it('of a person is good, whatever keeps a group from being looked at', async () => {
  lab.clock.now += 2 * hourMs;
  const { reader } = lab.directory;
  const blind = openReading({ ...reader, readObject: () => Promise.reject(unreachable()) });
  await blind.refresh(annaId);
  expect(await lab.stores.memberships.find(annaId)).toMatchObject({ readAt: lab.clock.now, obstacle: null });
});

it('takes nobody for deleted who cannot be seen: only explicit rights count meanwhile', async () => {
  const [anna] = await lab.stores.directoryObjects.findAll([annaId]);
  lab.directory.hide(anna?.objectGuid ?? '');
  lab.clock.now += 2 * hourMs;
  const failure = { code: 'DIRECTORY_UNREACHABLE', data: { finding: { code: 'directoryObjectUnseen' } } };
  await expect(reading.refresh(annaId)).rejects.toMatchObject(failure);
  expect(await names()).toEqual([]);
  expect(await lab.stores.memberships.find(annaId)).toMatchObject({ obstacle: 'directoryObjectUnseen' });
  expect(await lab.stores.directoryObjects.find(annaId)).toMatchObject({ state: 'present' });
});

it('writes nothing older over what somebody who signed in meanwhile was told', async () => {
  const release = lab.directory.hold();
  const read = reading.refresh(annaId);
  await expect.poll(() => lab.directory.asked).toEqual(['token']);
  const at = (lab.clock.now += 1);
  await lab.stores.memberships.replace(annaId, [], at);
  release();
  await read;
  expect(await lab.stores.memberships.find(annaId)).toMatchObject({ readAt: at, groups: [] });
});

it('writes over what lies ahead of a clock that was put back', async () => {
  await lab.stores.memberships.replace(annaId, [], lab.clock.now + hourMs);
  await reading.refresh(annaId);
  expect(await names()).toEqual(['CORP\\staff']);
});

it('notes no failure of who is removed here meanwhile', async () => {
  lab.directory.fail(unreachable());
  const release = lab.directory.hold();
  const read = reading.refresh(annaId);
  await lab.stores.users.remove([annaId]);
  release();
  await expect(read).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
});
