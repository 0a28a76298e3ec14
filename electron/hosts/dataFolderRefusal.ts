import { UnsafeDirectory } from '../stores/files/openDataDirectory.ts';
import { systemCodeOf } from '../stores/files/storageFailure.ts';

/** What is wrong with a data folder; the text is `cli:usage.<code>`. */
export type DataFolderRefusal = {
  code: 'dataFolderForeign' | 'dataFolderOpen' | 'dataFolderUnusable';
  parameters: Readonly<Record<string, string>>;
};

/** Why `folder` cannot be the data folder, from the error that opening it gave; null: the error is about something else. */
export const dataFolderRefusal = (error: unknown, folder: string): DataFolderRefusal | null => {
  if (error instanceof UnsafeDirectory) return { code: error.reason, parameters: { folder } };
  const reason = systemCodeOf(error);
  if (reason !== 'EEXIST' && reason !== 'ENOTDIR') return null;
  return { code: 'dataFolderUnusable', parameters: { folder, reason } };
};
