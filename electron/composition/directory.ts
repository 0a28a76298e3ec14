import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Log } from '../hosts/log.ts';
import type { DirectoryServices } from '../hosts/operations/directoryOperations.ts';
import { loadTranslator } from '../locales/translate.ts';
import { createResolver } from '../protocols/dns/createResolver.ts';
import { askKdcTime } from '../protocols/kerberos/askKdcTime.ts';
import { loadKerberos } from '../protocols/kerberos/loadKerberos.ts';
import { openSecurityContext } from '../protocols/kerberos/openSecurityContext.ts';
import { cldapPing } from '../protocols/ldap/cldapPing.ts';
import { type MachineParts, readMachineJoin } from '../protocols/machine/readMachineJoin.ts';
import { runProgram } from '../protocols/machine/runProgram.ts';
import { systemFiles } from '../protocols/machine/systemFiles.ts';
import { openSocket } from '../protocols/net/openSocket.ts';
import { createTrustStore } from '../protocols/tls/trustStore.ts';
import type { DirectoryParts as ConnectionParts } from '../services/directory/connection/directoryParts.ts';
import { createDirectoryProving } from '../services/directory/directoryProving.ts';
import { createDirectoryProver } from '../services/directory/proof/directoryProver.ts';
import { createDirectoryResolver } from '../services/directory/settings/directoryResolver.ts';
import { createDirectorySettings } from '../services/directory/settings/directorySettings.ts';
import { createDirectoryFingerprint } from '../services/directory/settings/provenDirectory.ts';
import { createDirectorySuggestion } from '../services/directory/settings/suggestDirectory.ts';
import { createProofReports } from '../services/proof/report/proofReport.ts';
import { createProofLog } from '../services/proof/proofLog.ts';
import type { SealingKey } from '../services/proof/sealingKey.ts';
import type { ProofRecordStore } from '../stores/proof/proofRecordStore.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import type { LiveSecrets } from '../stores/vault/liveSecrets.ts';
import type { Vault } from '../stores/vault/vault.ts';

export type DirectoryParts = {
  settings: SettingsStore;
  vault: Vault;
  sealingKey: SealingKey;
  records: ProofRecordStore;
  secrets: LiveSecrets;
  log: Log;
};

/** How long a tool of the system may take to say which domain this machine is in, in ms. */
const toolLimitMs = 10_000;

/** What reaching a controller works with; all who ask the directory share it. */
const connectionParts = (): ConnectionParts => ({
  ...{ ping: cldapPing, askKdcTime, openSocket, openSecurityContext, createResolver },
  ...{ trustStore: createTrustStore(), machineName: hostname(), random: Math.random, now: () => new Date() },
});

/** Builds what knows the settings of the directory: who keeps, proves and uses them. */
export const composeDirectory = ({ settings, vault, sealingKey, records, secrets, log }: DirectoryParts) => {
  const connection = connectionParts();
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
  const prove = createDirectoryProver({
    ...connection,
    fingerprint,
    proofLog,
    log,
    readMachineJoin: readJoin,
  });
  const services: DirectoryServices = {
    settings: directorySettings,
    prove: createDirectoryProving({ settings: directorySettings, prove, proofs: proofLog, secrets, log }),
    createProofReport: createProofReports({
      ...{ area: 'directory', find: proofLog.read, loadTexts: loadTranslator },
    }),
    suggest: createDirectorySuggestion({ readMachineJoin: readJoin, loadKerberos, environment }),
  };
  return { services, settings: directorySettings, connection };
};

export type Directory = ReturnType<typeof composeDirectory>;
