import path from 'node:path';
import { isFailure } from '../../contract/failures.ts';
import { createNewVault } from './newVault.ts';
import { moveDamagedKeyFile } from './slots/keyFileSlot.ts';
import type { Vault } from './vault.ts';
import type { VaultAccess } from './vaultAccess.ts';
import type { VaultParts } from './vaultParts.ts';

/** True when there is no vault, or it opens. Any other failure than a vault that stays shut is thrown on. */
const isUsable = async (open: VaultAccess['open']): Promise<boolean> => {
  try {
    await open();
    return true;
  } catch (error) {
    if (isFailure(error) && (error.code === 'VAULT_LOCKED' || error.code === 'SECRET_UNREADABLE'))
      return false;
    throw error;
  }
};

/**
 * The way on from a vault that nothing opens: a new one takes its place in one step. The old file is copied first,
 * and a key file that cannot be read is moved, both under a name that says when.
 */
export const createVaultReplacement = (
  { exclusively, open, write }: VaultAccess,
  parts: VaultParts,
): Vault['startNewVault'] => {
  const { directory, file, keyFile, now } = parts;
  const keptName = (extension: string): string =>
    path.join(directory, `vault.replaced-${now().toISOString().replaceAll(':', '-')}.${extension}`);

  return () =>
    exclusively(async () => {
      if (await isUsable(open)) return;
      await file.copyTo(keptName('json'));
      await moveDamagedKeyFile(keyFile, keptName('key'));
      await write(await createNewVault(parts));
    });
};
