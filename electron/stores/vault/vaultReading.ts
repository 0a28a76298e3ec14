import path from 'node:path';
import { createSweepAtStart } from '../files/sweepAtStart.ts';
import { sweepTemporaryFiles } from '../files/sweepTemporaryFiles.ts';
import type { DataKey } from './dataKey.ts';
import type { Keyring } from './keyring.ts';
import type { SealedVault, VaultContent } from './vaultContent.ts';
import type { VaultParts } from './vaultParts.ts';

/** A vault whose seal was checked, with the key that opens it. */
export type OpenVault = { content: VaultContent; key: DataKey };

const withoutSeal = ({ seal: _, ...content }: SealedVault): VaultContent => content;

/** The vault as it lies on the disk, with what an earlier program left unfinished swept away first. */
export const createVaultReading = (parts: VaultParts, keyring: Keyring) => {
  const { directory, keyFile, file, lock, log } = parts;
  const sweep = () => sweepTemporaryFiles([directory, path.dirname(keyFile)], 'vault.');
  const start = createSweepAtStart({ directory, lock, sweep, log });

  /** The file without its secrets opened; null: there is none yet. SECRET_UNREADABLE. */
  const look = async (): Promise<SealedVault | null> => {
    await start();
    return file.read();
  };

  return {
    start,
    look,
    /** Null: there is none yet. VAULT_LOCKED, SECRET_UNREADABLE. */
    open: async (): Promise<OpenVault | null> => {
      const vault = await look();
      return vault && { content: withoutSeal(vault), key: await keyring.open(vault) };
    },
    /** Opens with what a person typed, until the program ends. Null: there is no vault yet. */
    openTyped: async (unlock: (vault: SealedVault) => Promise<DataKey>): Promise<OpenVault | null> => {
      const vault = await look();
      return vault && { content: withoutSeal(vault), key: keyring.accept(vault, await unlock(vault)) };
    },
  };
};
