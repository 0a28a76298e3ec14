import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../stores/database/createDatabase.ts';
import { createMembershipStore } from '../stores/directory/membershipStore.ts';
import type { Settings } from '../stores/settings/settingsSchema.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';

/**
 * The same settings; when another directory is in force, or the same one is set in another way, the groups that people were in
 * are asked of that one before they count again.
 */
export const readGroupsAnew = (
  settings: SettingsStore,
  database: Pick<Database, 'exists' | 'query'>,
): SettingsStore => {
  const expire = async (): Promise<void> => {
    if (await database.exists()) await createMembershipStore(database.query).expireAll();
  };

  const after = async (
    save: (mark: (before: Settings, next: Settings) => void) => Promise<Settings>,
  ): Promise<Settings> => {
    let isAnother = false;
    const saved = await save((before, next) => {
      isAnother = !isDeepStrictEqual(before.directory.active, next.directory.active);
    });
    if (isAnother) await expire();
    return saved;
  };

  return {
    ...settings,
    save: (request, change) =>
      after((mark) =>
        settings.save(request, async (current) => {
          const next = await change(current);
          mark(current, next);
          return next;
        }),
      ),
    restoreBackup: async (name, by, adopt) => {
      const inForce = await settings.read();
      return after((mark) =>
        settings.restoreBackup(name, by, async (backup) => {
          const next = await adopt(backup);
          mark(inForce, next);
          return next;
        }),
      );
    },
  };
};
