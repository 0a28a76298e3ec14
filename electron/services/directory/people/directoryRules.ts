import type { DirectoryView } from '../../../contract/directory/directoryValues.ts';

/** What of the directory that is in force matters for its people. */
export type DirectoryRules = Pick<
  DirectoryView,
  'isEnabled' | 'domain' | 'membershipCacheHours' | 'search' | 'gainGuard'
>;

/** Null: no directory is in force. */
export type ReadDirectoryRules = () => Promise<DirectoryRules | null>;

/** How long counts what was read, in ms. */
export const keptMs = ({ membershipCacheHours }: Pick<DirectoryRules, 'membershipCacheHours'>): number =>
  membershipCacheHours * 3_600_000;

/**
 * True while what was read at `readAt` counts; null: nothing was. A clock that was put back makes nothing fresh for longer. Moments in
 * ms since 1970 UTC.
 */
export const isFresh = (
  readAt: number | null,
  rules: Pick<DirectoryRules, 'membershipCacheHours'>,
  now: number,
): boolean => readAt !== null && Math.abs(now - readAt) < keptMs(rules);

/** True while people of the directory may sign in. */
export const createIsDirectoryEnabled = (rules: ReadDirectoryRules) => async (): Promise<boolean> =>
  (await rules())?.isEnabled === true;
