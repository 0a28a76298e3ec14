import type { Revision, SettingsHealth } from '../../contract/settings/settings.contract.ts';
import type { Settings } from './settingsSchema.ts';

/** Who saves, through which operation, and on top of which revision. */
export type SaveRequest = { revision: number; by: string; operation: string };

/**
 * The settings file. Every read sees what is on disk now (another host may have saved).
 * Failures: READ_ONLY, CONFLICT, STORAGE_FAILED.
 */
export type SettingsStore = {
  health(): Promise<SettingsHealth>;
  read(): Promise<Settings>;
  /** Applies `change` to the current settings and stores the result as the next revision, atomically. */
  save(request: SaveRequest, change: (current: Settings) => Settings): Promise<Settings>;
  /** Newest first. */
  listRevisions(offset: number, limit: number): Promise<{ total: number; revisions: Revision[] }>;
  /** The settings as they were, insecure strings blanked; NOT_FOUND. */
  readRevision(revision: number): Promise<Settings>;
  restoreBackup(name: string, by: string): Promise<Settings>;
};
