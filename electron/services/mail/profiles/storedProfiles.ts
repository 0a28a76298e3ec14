import { fail } from '../../../contract/failures.ts';
import type { KeepFrom } from '../../../contract/mail/mail.contract.ts';
import type { Settings, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';

/** The profile with this id. NOT_FOUND. */
export const findProfile = (settings: Settings, id: string): StoredProfile => {
  const profile = settings.mail.profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) throw fail('NOT_FOUND', {});
  return profile;
};

/** The stored values whose secrets `keep` means: as asked, else the draft's, else those in force. */
export const keptSide = (profile: StoredProfile, keepFrom: KeepFrom | undefined): StoredValues | null =>
  keepFrom === undefined ? (profile.draft ?? profile.active) : profile[keepFrom];

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
