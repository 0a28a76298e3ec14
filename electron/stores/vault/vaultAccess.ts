import path from 'node:path';
import { fail } from '../../contract/failures.ts';
import { storing } from '../files/storageFailure.ts';
import { type DataKey, sealVault } from './dataKey.ts';
import { createKeyring } from './keyring.ts';
import { createNewVault } from './newVault.ts';
import { openTypedSlot, type TypedKind } from './slots/typedSlots.ts';
import type { SealedVault } from './vaultContent.ts';
import type { VaultParts } from './vaultParts.ts';
import { createVaultReading, type OpenVault } from './vaultReading.ts';

/** The vault as every program on this machine sees it: read, opened, changed by one at a time. */
export const createVaultAccess = (parts: VaultParts) => {
  const { directory, file, lock } = parts;
  const keyring = createKeyring(parts);
  const { start, look, open, openTyped } = createVaultReading(parts, keyring);

  /** Puts a vault in force. To be called by who runs `exclusively`. */
  const write = async ({ content, key }: OpenVault): Promise<void> => {
    const slots = await keyring.renewOutdated(content.slots, key);
    const sealed = sealVault(key, { ...content, slots });
    await file.write(sealed);
    keyring.accept(sealed, key);
  };

  const exclusively = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await start();
    return storing(path.join(directory, 'vault.lock'), () => lock(work));
  };

  return {
    look,
    open,
    write,
    exclusively,
    /** One attempt at a time, because each costs 64 MiB. WRONG_PASSPHRASE, INVALID_INPUT, SECRET_UNREADABLE. */
    unlock: (kind: TypedKind, value: string) =>
      exclusively(() => openTyped((vault) => openTypedSlot(vault, kind, value))),
    /** Stores what `work` makes of the opened vault, which is created when there is none. */
    change: (work: (vault: OpenVault) => Promise<OpenVault>): Promise<void> =>
      exclusively(async () => write(await work((await open()) ?? (await createNewVault(parts))))),
    /** The same for a vault that `unlock` opens. NOT_FOUND when there is none. */
    changeUnlocked: (
      unlock: (vault: SealedVault) => Promise<DataKey>,
      work: (vault: OpenVault) => Promise<OpenVault>,
    ): Promise<void> =>
      exclusively(async () => {
        const vault = await openTyped(unlock);
        if (vault === null) throw fail('NOT_FOUND', {});
        await write(await work(vault));
      }),
  };
};

export type VaultAccess = ReturnType<typeof createVaultAccess>;
