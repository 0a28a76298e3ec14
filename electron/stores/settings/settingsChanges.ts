import type { Change } from '../../contract/settings/settings.contract.ts';
import { leafChanges } from './leafChanges.ts';
import type { Settings, StoredDirectoryValues, StoredProfile, StoredValues } from './settingsSchema.ts';
import { createSideChanges, wholeChange } from './sideChanges.ts';

const ofProfile = createSideChanges(({ name }: StoredValues) => name);
const ofDirectory = createSideChanges(({ domain }: StoredDirectoryValues) => domain);

const nameOf = ({ active, draft }: StoredProfile): string | null => (active ?? draft)?.name ?? null;

const newProfileChanges = (path: string, profile: StoredProfile): Change[] => [
  wholeChange(path, null, nameOf(profile)),
  ...leafChanges(`${path}.folderId`, null, profile.folderId),
  ...leafChanges(`${path}.active`, null, profile.active),
  ...ofProfile.ofSide({ path: `${path}.draft`, before: null, after: profile.draft, basis: profile.active }),
];

const profileChanges = (
  path: string,
  before: StoredProfile | undefined,
  after: StoredProfile | undefined,
): Change[] => {
  if (after === undefined) return before ? [wholeChange(path, nameOf(before), null)] : [];
  if (before === undefined) return newProfileChanges(path, after);
  if (before === after) return [];
  return [
    ...leafChanges(`${path}.folderId`, before.folderId, after.folderId),
    ...ofProfile.ofBoth(path, before, after),
  ];
};

const byId = (profiles: readonly StoredProfile[]) =>
  new Map(profiles.map((profile) => [profile.id, profile]));

/**
 * What differs between two states of the settings, by dotted setting key; null: nothing there, or empty. A secret is
 * the word `secret`, never a value. A profile, or one of its sides or of the directory's, that came or went has a line of
 * its own that gives its name; a draft that came is compared with what is in force.
 */
export const changesBetween = (before: Settings, after: Settings): Change[] => {
  const old = byId(before.mail.profiles);
  const next = byId(after.mail.profiles);
  return [
    ...leafChanges('general', before.general, after.general),
    ...leafChanges('security', before.security, after.security),
    ...leafChanges('mail.defaultProfileId', before.mail.defaultProfileId, after.mail.defaultProfileId),
    ...[...new Set([...old.keys(), ...next.keys()])].flatMap((id) =>
      profileChanges(`mail.profiles.${id}`, old.get(id), next.get(id)),
    ),
    ...ofDirectory.ofBoth('directory', before.directory, after.directory),
  ];
};
