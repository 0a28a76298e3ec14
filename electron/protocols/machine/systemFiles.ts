import { access, readdir, readFile } from 'node:fs/promises';
import type { SystemFiles } from '../kerberos/kerberosConfiguration.ts';
import { errorCode } from '../net/connectionError.ts';

/** The file or folder is not there, or is the other of the two. */
const otherThings = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

const ifThere = async <Result>(work: Promise<Result>): Promise<Result | null> => {
  try {
    return await work;
  } catch (error) {
    if (otherThings.has(errorCode(error) ?? '')) return null;
    throw error;
  }
};

/** The files of this machine. */
export const systemFiles: SystemFiles = {
  readText: (file) => ifThere(readFile(file, 'utf8')),
  list: (folder) => ifThere(readdir(folder)),
  exists: async (file) => (await ifThere(access(file))) !== null,
};
