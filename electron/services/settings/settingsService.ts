import type {
  General,
  ListedRevision,
  SettingsHealth,
  VisibleChanges,
} from '../../contract/settings/settings.contract.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { SettingsStore } from '../../stores/settings/settingsStore.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import { createRevisionRestoring } from './revisionRestoring.ts';
import { demandLinkRight, demandRestorable, type HeldEverywhere, type Restorer } from './restoreRights.ts';
import { withPresentSecrets } from './restoredSecrets.ts';
import { toVisibleChanges } from './visibleChanges.ts';

export type SettingsServiceParts = {
  settings: SettingsStore;
  vault: Pick<Vault, 'has' | 'read' | 'write' | 'removeAll'>;
  log: ProblemLog;
};

type Saved = { revision: number };

/** The settings of the console itself, and the settings as a whole: health, backups, history (REQUIREMENTS N08). */
export const createSettingsService = (parts: SettingsServiceParts) => {
  const { settings, vault } = parts;
  return {
    /** Where the pages are is told to nobody who is not signed in. */
    getGeneral: async (isSignedIn: boolean): Promise<{ revision: number; general: General }> => {
      const { revision, general } = await settings.read();
      return { revision, general: isSignedIn ? general : { ...general, publicUrl: null } };
    },

    /** NOT_ALLOWED, CONFLICT, READ_ONLY, STORAGE_FAILED. */
    saveGeneral: async (
      { revision, general }: { revision: number; general: General },
      by: string,
      held: HeldEverywhere,
    ): Promise<Saved> => {
      const request = { revision, by, operation: 'settings.saveGeneral' };
      const saved = await settings.save(request, (current) => {
        demandLinkRight(current.general, general, held);
        return { ...current, general };
      });
      return { revision: saved.revision };
    },

    getHealth: (): Promise<SettingsHealth> => settings.health(),

    /** NOT_ALLOWED, ADMINISTRATOR_REQUIRED, NOT_FOUND, CONFLICT when the settings can be read, STORAGE_FAILED. */
    restoreBackup: async (name: string, by: string, restorer: Restorer): Promise<Saved> => {
      const inForce = await settings.read();
      const saved = await settings.restoreBackup(name, by, async (backup) => {
        demandRestorable(inForce, backup, restorer);
        return withPresentSecrets(backup, null, vault);
      });
      return { revision: saved.revision };
    },

    listRevisions: async (
      { offset, limit }: { offset: number; limit: number },
      held: HeldEverywhere,
    ): Promise<{ total: number; revisions: ListedRevision[] }> => {
      const { total, revisions } = await settings.listRevisions(offset, limit);
      return {
        total,
        revisions: revisions.map((saved) => ({ ...saved, ...toVisibleChanges(saved.changes, held) })),
      };
    },

    /** NOT_FOUND. */
    compareRevisions: async (
      { from, to }: { from: number; to: number },
      held: HeldEverywhere,
    ): Promise<VisibleChanges> => toVisibleChanges(await settings.compareRevisions(from, to), held),

    ...createRevisionRestoring(parts),
  };
};

export type SettingsService = ReturnType<typeof createSettingsService>;
