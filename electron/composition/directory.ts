import { randomUUID } from 'node:crypto';
import type { Log } from '../hosts/log.ts';
import type { DirectoryServices } from '../hosts/operations/directoryOperations.ts';
import { loadKerberos } from '../protocols/kerberos/loadKerberos.ts';
import { type MachineParts, readMachineJoin } from '../protocols/machine/readMachineJoin.ts';
import { runProgram } from '../protocols/machine/runProgram.ts';
import { systemFiles } from '../protocols/machine/systemFiles.ts';
import { createDirectoryResolver } from '../services/directory/settings/directoryResolver.ts';
import { createDirectorySettings } from '../services/directory/settings/directorySettings.ts';
import { createDirectoryFingerprint } from '../services/directory/settings/provenDirectory.ts';
import { createDirectorySuggestion } from '../services/directory/settings/suggestDirectory.ts';
import { createProofLog } from '../services/proof/proofLog.ts';
import type { SealingKey } from '../services/proof/sealingKey.ts';
import type { ProofRecordStore } from '../stores/proof/proofRecordStore.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import type { Vault } from '../stores/vault/vault.ts';

export type DirectoryParts = {
  settings: SettingsStore;
  vault: Vault;
  sealingKey: SealingKey;
  records: ProofRecordStore;
  log: Log;
};

/** How long a tool of the system may take to say which domain this machine is in, in ms. */
const toolLimitMs = 10_000;

/** Builds what knows the settings of the directory: who keeps, proves and uses them. */
export const composeDirectory = ({ settings, vault, sealingKey, records, log }: DirectoryParts) => {
  const environment = process.env;
  const machine: MachineParts = {
    ...{ environment, platform: process.platform },
    ...{ run: runProgram, limitMs: toolLimitMs, files: systemFiles },
  };
  const readJoin = (signal: AbortSignal) => readMachineJoin(machine, signal);
  const proofLog = createProofLog();
  const fingerprint = createDirectoryFingerprint(sealingKey);
  const directorySettings = createDirectorySettings({
    ...{ settings, vault, fingerprint, records, log },
    resolver: createDirectoryResolver({ vault, environment }),
    proofs: proofLog,
    newId: randomUUID,
  });
  const services: DirectoryServices = {
    settings: directorySettings,
    suggest: createDirectorySuggestion({ readMachineJoin: readJoin, loadKerberos, environment }),
  };
  return { services, settings: directorySettings };
};

export type Directory = ReturnType<typeof composeDirectory>;
