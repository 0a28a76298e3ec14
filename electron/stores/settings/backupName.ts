import type { SettingsHealth } from '../../contract/settings/settings.contract.ts';

/** A kept version of the settings file, as its name tells it. `savedAt`: UTC, to the second. */
export type Backup = Extract<SettingsHealth, { state: 'unreadable' }>['backups'][number];

const pattern = /^settings-(\d{8})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.json$/;

/** `settings-<revision, eight digits>-<UTC, ISO 8601 basic format>.json`. */
export const toBackupName = (revision: number, at: Date): string => {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '');
  return `settings-${String(revision).padStart(8, '0')}-${stamp}.json`;
};

/** Null when the name is none of a backup. */
export const fromBackupName = (name: string): Backup | null => {
  const [, revision, year, month, day, hour, minute, second] = pattern.exec(name) ?? [];
  if (revision === undefined) return null;
  const savedAt = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return { name, savedAt, revision: Number(revision) };
};

/** Compares two backups for a list that begins with the newest. */
export const newestFirst = (one: Backup, other: Backup): number =>
  other.revision - one.revision || other.savedAt.localeCompare(one.savedAt);
