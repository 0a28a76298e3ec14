import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** A pipe or a device has no end that one could wait for, and to open it can last for ever. */
const irregular = (file: string, isFolder: boolean): Error =>
  Object.assign(new Error(`${file} is no file.`), { code: isFolder ? 'EISDIR' : 'EINVAL' });

/** Opens a file to be read. Throws an error of Node; EISDIR for a folder, EINVAL for a pipe or a device. */
export const openRegularFile = async (file: string): Promise<FileHandle> => {
  // Windows knows no such flag.
  const withoutWaiting = (constants.O_NONBLOCK as number | undefined) ?? 0;
  const handle = await open(file, constants.O_RDONLY | withoutWaiting);
  const found = await handle.stat();
  if (found.isFile()) return handle;
  await handle.close();
  throw irregular(file, found.isDirectory());
};
