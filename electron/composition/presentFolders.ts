import type { Settings } from '../stores/settings/settingsSchema.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import type { FolderStore } from '../stores/users/folderStore.ts';

/**
 * The same settings; whatever is saved or restored, a profile whose folder is gone by then lies in none. While
 * something is saved no folder goes: who deletes one holds the settings.
 */
export const withPresentFolders = (
  settings: SettingsStore,
  { list }: Pick<FolderStore, 'list'>,
): SettingsStore => {
  const mend = async (next: Settings): Promise<Settings> => {
    const { profiles } = next.mail;
    if (profiles.every(({ folderId }) => folderId === null)) return next;
    const present = new Set((await list()).map(({ id }) => id));
    const mended = profiles.map((profile) =>
      profile.folderId === null || present.has(profile.folderId) ? profile : { ...profile, folderId: null },
    );
    return { ...next, mail: { ...next.mail, profiles: mended } };
  };

  return {
    ...settings,
    save: (request, change) => settings.save(request, async (current) => mend(await change(current))),
    restoreBackup: (name, by, adopt) =>
      settings.restoreBackup(name, by, async (backup) => mend(await adopt(backup))),
  };
};
