import type { DirectoryView } from '../../../contract/directory/directoryValues.ts';

/** What of the directory that is in force matters for its people. */
export type DirectoryRules = Pick<
  DirectoryView,
  'isEnabled' | 'domain' | 'membershipCacheHours' | 'search' | 'gainGuard'
>;

/** Null: no directory is in force. */
export type ReadDirectoryRules = () => Promise<DirectoryRules | null>;

/** True while people of the directory may sign in. */
export const createIsDirectoryEnabled = (rules: ReadDirectoryRules) => async (): Promise<boolean> =>
  (await rules())?.isEnabled === true;
