import type { Change, Revision, SettingsHealth } from '../../contract/settings/settings.contract.ts';
import type { Settings } from './settingsSchema.ts';

/** Who saves, through which operation, and on top of which revision. */
export type SaveRequest = { revision: number; by: string; operation: string };

/**
 * The settings file. Every read sees what is on disk now (another host may have saved).
 * Failures: READ_ONLY, CONFLICT, STORAGE_FAILED, BUSY (another program held the lock for ten seconds).
 */
export type SettingsStore = {
  health(): Promise<SettingsHealth>;
  /** While the file is unreadable: the newest backup, or what a fresh installation has. */
  read(): Promise<Settings>;
  /**
   * Applies `change` to the current settings and stores the result as the next revision, atomically. No other program
   * saves while it runs.
   */
  save(request: SaveRequest, change: (current: Settings) => Settings | Promise<Settings>): Promise<Settings>;
  /** Runs `work` while nobody saves, in this program or another one. */
  hold<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Newest first. */
  listRevisions(offset: number, limit: number): Promise<{ total: number; revisions: Revision[] }>;
  /** The settings as they were, insecure strings blanked; NOT_FOUND. */
  readRevision(revision: number): Promise<Settings>;
  /** What differs from one revision to another one; NOT_FOUND. */
  compareRevisions(from: number, to: number): Promise<Change[]>;
  /** Puts what `adopt` makes of a backup in the place of a file that cannot be read, which is kept. NOT_FOUND, CONFLICT. */
  restoreBackup(name: string, by: string, adopt: (backup: Settings) => Promise<Settings>): Promise<Settings>;
};
