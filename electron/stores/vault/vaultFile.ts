import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fail } from '../../contract/failures.ts';
import { DamagedText, fromCheckedText, toCheckedText } from '../files/checkedText.ts';
import { ifThere } from '../files/ifThere.ts';
import { storing } from '../files/storageFailure.ts';
import { syncDirectory } from '../files/syncDirectory.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import type { ProblemLog } from '../problemLog.ts';
import { type SealedVault, sealedVaultSchema } from './vaultContent.ts';

const contentOf = (text: string): unknown => {
  try {
    const { content, hasChecksum } = fromCheckedText(text);
    if (hasChecksum) return content;
  } catch (error) {
    if (error instanceof DamagedText) throw fail('SECRET_UNREADABLE', {}, error);
    throw error;
  }
  throw fail('SECRET_UNREADABLE', {});
};

/** The vault that a text holds, its seal not yet checked. SECRET_UNREADABLE. */
export const parseVaultText = (text: string): SealedVault => {
  const result = sealedVaultSchema.safeParse(contentOf(text));
  if (!result.success) throw fail('SECRET_UNREADABLE', {}, result.error);
  return result.data;
};

/** The vault's file: what one program wrote whole is what every other one reads. */
export const createVaultFile = (file: string, log: ProblemLog) => ({
  /** Null: there is none yet. SECRET_UNREADABLE when it is damaged, STORAGE_FAILED when it cannot be read. */
  read: (): Promise<SealedVault | null> =>
    storing(file, async () => {
      const text = await ifThere(readFile(file, 'utf8'));
      return text === null ? null : parseVaultText(text);
    }),
  /** Copies the file as it is, damaged or not. STORAGE_FAILED. */
  copyTo: (copy: string): Promise<void> =>
    storing(copy, async () => writeAtomically(copy, await readFile(file))),
  write: (vault: SealedVault): Promise<void> =>
    storing(file, async () => {
      await writeAtomically(file, toCheckedText(vault));
      await syncDirectory(path.dirname(file), log);
    }),
});
