import path from 'node:path';
import type { ReadNamedFile } from './draftTrust.ts';

/** Where a draft file stands. */
export type DraftPlace = {
  /** Absolute path of the folder to which paths in the draft are relative. */
  folder: string;
  /** Reads a file by its absolute path. */
  readFile: ReadNamedFile;
};

/** Windows knows the roots of every system, so a draft means the same wherever it is read. */
export const absolutePath = (folder: string, named: string): string =>
  path.win32.isAbsolute(named) ? named : path.resolve(folder, named);

/** Reads a file that stands in a draft. */
export const readNamedIn =
  ({ folder, readFile }: DraftPlace): ReadNamedFile =>
  (named) =>
    readFile(absolutePath(folder, named));
