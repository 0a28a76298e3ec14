import type { Change, General, Revision, SettingsHealth } from '../../contract/settings/settings.contract.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { Settings } from '../../stores/settings/settingsSchema.ts';
import type { SettingsStore } from '../../stores/settings/settingsStore.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import { createProfileSecrets, referencedRecords } from '../mail/profiles/profileSecrets.ts';
import { withPresentSecrets } from './restoredSecrets.ts';

export type SettingsServiceParts = {
  settings: SettingsStore;
  vault: Pick<Vault, 'has' | 'read' | 'write' | 'removeAll'>;
  log: ProblemLog;
};

type Saved = { revision: number };

const recordsOf = ({ mail }: Settings): string[] => mail.profiles.flatMap(referencedRecords);

/** The settings of the console itself, and the settings as a whole: health, backups, history (REQUIREMENTS N08). */
export const createSettingsService = ({ settings, vault, log }: SettingsServiceParts) => {
  const secrets = createProfileSecrets({ vault, log });

  return {
    getGeneral: async (): Promise<{ revision: number; general: General }> => {
      const { revision, general } = await settings.read();
      return { revision, general };
    },

    /** CONFLICT, READ_ONLY, STORAGE_FAILED. */
    saveGeneral: async (
      { revision, general }: { revision: number; general: General },
      by: string,
    ): Promise<Saved> => {
      const request = { revision, by, operation: 'settings.saveGeneral' };
      const saved = await settings.save(request, (current) => ({ ...current, general }));
      return { revision: saved.revision };
    },

    getHealth: (): Promise<SettingsHealth> => settings.health(),

    /** NOT_FOUND, CONFLICT when the settings can be read, STORAGE_FAILED. */
    restoreBackup: async (name: string, by: string): Promise<Saved> => {
      const saved = await settings.restoreBackup(name, by, (backup) =>
        withPresentSecrets(backup, null, vault),
      );
      return { revision: saved.revision };
    },

    listRevisions: (page: {
      offset: number;
      limit: number;
    }): Promise<{ total: number; revisions: Revision[] }> => settings.listRevisions(page.offset, page.limit),

    /** NOT_FOUND. */
    compareRevisions: async ({ from, to }: { from: number; to: number }): Promise<{ changes: Change[] }> => ({
      changes: await settings.compareRevisions(from, to),
    }),

    /** Makes old settings the newest revision. NOT_FOUND, CONFLICT, READ_ONLY, STORAGE_FAILED. */
    restoreRevision: async (
      { revision, restore }: { revision: number; restore: number },
      by: string,
    ): Promise<Saved> => {
      const today = await settings.read();
      const restored = await withPresentSecrets(await settings.readRevision(restore), today, vault);
      const request = { revision, by, operation: 'settings.restoreRevision' };
      const saved = await settings.save(request, () => restored);
      await secrets.dropUnused(recordsOf(today), recordsOf(saved));
      return { revision: saved.revision };
    },
  };
};

export type SettingsService = ReturnType<typeof createSettingsService>;
