import { beforeEach, expect, it } from 'vitest';
import { withPresentFolders } from '../../../electron/composition/presentFolders.ts';
import type { SettingsStore } from '../../../electron/stores/settings/settingsStore.ts';
import {
  createSettingsLab,
  having,
  profileId,
  profileWith,
  type SettingsLab,
  smtpValues,
  vaultPassword,
} from '../stores/settings/settingsLab.ts';

const berlin = '44444444-4444-4444-8444-444444444444';

let lab: SettingsLab;
let present: Set<string>;
/** Who looks for the folders waits for this. */
let listing: () => Promise<void>;
let settings: SettingsStore;

const profileIn = (folderId: string | null) => ({
  ...profileWith(smtpValues(vaultPassword())),
  folderId,
});

beforeEach(async () => {
  lab = createSettingsLab();
  present = new Set([berlin]);
  listing = async () => undefined;
  settings = withPresentFolders(lab.store, {
    list: async () => {
      const folders = [...present].map((id) => ({ id, revision: 1, parentId: null, name: 'Berlin' }));
      await listing();
      return folders;
    },
  });
  await lab.save(having(profileIn(null)));
});

const folderOf = async (): Promise<string | null | undefined> =>
  (await settings.read()).mail.profiles.find(({ id }) => id === profileId)?.folderId;

const moveTo = async (folderId: string | null): Promise<void> => {
  const { revision } = await settings.read();
  await settings.save({ revision, by: 'anna', operation: 'mail.moveProfile' }, having(profileIn(folderId)));
};

/** What deletes the folder only where no profile lies in it. */
const removeEmpty = (): Promise<void> =>
  settings.hold(async () => {
    if ((await folderOf()) !== berlin) present.delete(berlin);
  });

it('a profile lies where it was moved', async () => {
  await moveTo(berlin);
  expect(await folderOf()).toBe(berlin);
});

it('a profile that is moved while its new folder is being deleted lies in none', async () => {
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const removing = settings.hold(async () => {
    start();
    await ended;
    present.delete(berlin);
  });
  await started;
  const moving = moveTo(berlin);
  end();
  await Promise.all([removing, moving]);
  expect(await folderOf()).toBeNull();
});

it('a folder is not deleted while a profile is being moved there', async () => {
  const removals: Promise<void>[] = [];
  listing = async () => void removals.push(removeEmpty());
  await moveTo(berlin);
  await Promise.all(removals);
  expect(removals).toHaveLength(1);
  expect(await folderOf()).toBe(berlin);
  expect(present).toContain(berlin);
});

it('everything else is saved without a look at the folders, and moves no profile', async () => {
  await moveTo(berlin);
  present.clear();
  listing = () => Promise.reject(new Error('The database cannot be used'));
  const { revision } = await settings.read();
  await settings.save({ revision, by: 'anna', operation: 'settings.saveGeneral' }, (current) => ({
    ...current,
    general: { ...current.general, language: 'de' as const },
  }));
  expect(await folderOf()).toBe(berlin);
  await expect(moveTo('55555555-5555-4555-8555-555555555555')).rejects.toThrow();
});
