import { fail } from '../../../contract/failures.ts';
import type { Settings, StoredProfile } from '../../../stores/settings/settingsSchema.ts';

/** The profile with this id. NOT_FOUND. */
export const findProfile = (settings: Settings, id: string): StoredProfile => {
  const profile = settings.mail.profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) throw fail('NOT_FOUND', {});
  return profile;
};

/** The settings with this profile in its old place, or at the end when it is new. */
export const withProfile = (settings: Settings, saved: StoredProfile): Settings => {
  const { profiles } = settings.mail;
  const isNew = profiles.every(({ id }) => id !== saved.id);
  const replaced = profiles.map((profile) => (profile.id === saved.id ? saved : profile));
  return { ...settings, mail: { ...settings.mail, profiles: isNew ? [...profiles, saved] : replaced } };
};

/** The settings without this profile. */
export const withoutProfile = (settings: Settings, id: string): Settings => ({
  ...settings,
  mail: { ...settings.mail, profiles: settings.mail.profiles.filter((profile) => profile.id !== id) },
});

/** How many profiles lie in a folder itself. */
export const countProfilesIn = ({ mail }: Settings, folderId: string): number =>
  mail.profiles.filter((profile) => profile.folderId === folderId).length;
