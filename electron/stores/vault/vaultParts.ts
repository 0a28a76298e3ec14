import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createProcessLock } from '../files/processLock.ts';
import type { ProblemLog } from '../problemLog.ts';
import type { OperatingSystemProtector } from './operatingSystemProtector.ts';
import { createVaultFile } from './vaultFile.ts';

export type VaultOptions = {
  /** The data directory; made with mode 0700 when it is not there. */
  directory: string;
  /** Where the key of the key-file slot lies; made when that slot is added. */
  keyFile: string;
  log: ProblemLog;
  /** Left out where the host has none: browser door and command line. */
  operatingSystem?: OperatingSystemProtector;
  newId?: () => string;
  now?: () => Date;
};

/** What the parts of the vault share. */
export const createVaultParts = ({
  directory,
  keyFile,
  log,
  operatingSystem,
  newId = randomUUID,
  now = () => new Date(),
}: VaultOptions) => ({
  ...{ directory, keyFile, log, newId, now },
  operatingSystem: operatingSystem ?? null,
  file: createVaultFile(path.join(directory, 'vault.json'), log),
  lock: createProcessLock(path.join(directory, 'vault.lock')),
});

export type VaultParts = ReturnType<typeof createVaultParts>;
