import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromCheckedText, toCheckedText } from '../../../../electron/stores/files/checkedText.ts';
import type { SlotKind } from '../../../../electron/contract/security/security.contract.ts';
import { createVault } from '../../../../electron/stores/vault/createVault.ts';
import type { OperatingSystemProtector } from '../../../../electron/stores/vault/operatingSystemProtector.ts';
import { type SealedVault, sealedVaultSchema } from '../../../../electron/stores/vault/vaultContent.ts';
import type { SecretPlace, Vault } from '../../../../electron/stores/vault/vault.ts';
import { temporaryDirectory } from '../temporaryDirectory.ts';

export const place: SecretPlace = {
  path: 'mail/profiles/p/password/1',
  target: 'mail.corp.example 587 alice',
};
export const otherPlace: SecretPlace = { ...place, path: 'mail/profiles/p/password/2' };
export const passphrase = 'correct horse battery staple';

/** Protection for one account: what one protects, only it opens. */
export const createFakeProtector = (
  account: string,
): OperatingSystemProtector & { refuse(reason: string): void; outdate(): void } => {
  let refusedBecause: string | null = null;
  let isOutdated = false;
  const mark = Buffer.from(`${account}:`);
  return {
    refuse: (reason) => (refusedBecause = reason),
    outdate: () => (isOutdated = true),
    unavailableBecause: async () => refusedBecause,
    protect: async (key) => ({ blob: Buffer.concat([mark, key]), detail: `DPAPI (${account})` }),
    unprotect: async (blob) => {
      if (!blob.subarray(0, mark.length).equals(mark))
        throw new Error('Key not valid for use in specified state.');
      return { key: blob.subarray(mark.length), isOutdated };
    },
  };
};

/** A data directory with a vault, opened by as many programs as a test needs. */
export const createVaultLab = () => {
  const directory = temporaryDirectory();
  const keyFile = path.join(directory, 'vault.key');
  const file = path.join(directory, 'vault.json');
  const problems: string[] = [];
  const log = { error: (event: string) => void problems.push(event) };
  const open = (operatingSystem?: OperatingSystemProtector): Vault =>
    createVault({ directory, keyFile, log, ...(operatingSystem && { operatingSystem }) });
  const content = (): SealedVault =>
    sealedVaultSchema.parse(fromCheckedText(readFileSync(file, 'utf8')).content);
  /** Changes the vault as somebody would who knows how the checksum is made. */
  const forge = (change: (vault: SealedVault) => SealedVault): void =>
    writeFileSync(file, toCheckedText(change(content())));
  return { directory, keyFile, file, problems, open, content, forge };
};

export const slotId = async (vault: Vault, kind: SlotKind): Promise<string> => {
  const { slots } = await vault.protection();
  return slots.find((slot) => slot.kind === kind)?.id ?? '';
};

export const kinds = async (vault: Vault): Promise<SlotKind[]> =>
  (await vault.protection()).slots.map(({ kind }) => kind);
