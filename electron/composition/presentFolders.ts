import type { Settings, StoredProfile } from '../stores/settings/settingsSchema.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import type { FolderStore } from '../stores/users/folderStore.ts';

/**
 * The same settings; a profile that is saved in another folder than before, or restored, lies in none when that folder is
 * gone by then. While something is saved no folder goes: who deletes one holds the settings. The others are not looked at,
 * so that everything else can be saved while the database cannot be used.
 */
export const withPresentFolders = (
  settings: SettingsStore,
  { list }: Pick<FolderStore, 'list'>,
): SettingsStore => {
  const mend = async (next: Settings, before: readonly StoredProfile[]): Promise<Settings> => {
    const folderBefore = new Map(before.map(({ id, folderId }) => [id, folderId]));
    const moved = next.mail.profiles.filter(
      ({ id, folderId }) => folderId !== null && folderId !== folderBefore.get(id),
    );
    if (moved.length === 0) return next;
    const present = new Set((await list()).map(({ id }) => id));
    const isLost = (profile: StoredProfile): boolean =>
      profile.folderId !== null && !present.has(profile.folderId) && moved.includes(profile);
    const profiles = next.mail.profiles.map((profile) =>
      isLost(profile) ? { ...profile, folderId: null } : profile,
    );
    return { ...next, mail: { ...next.mail, profiles } };
  };

  return {
    ...settings,
    save: (request, change) =>
      settings.save(request, async (current) => mend(await change(current), current.mail.profiles)),
    restoreBackup: (name, by, adopt) =>
      settings.restoreBackup(name, by, async (backup) => mend(await adopt(backup), [])),
  };
};
