import { hostname } from 'node:os';
import { isFailure } from '../contract/failures.ts';
import type { Log } from '../hosts/log.ts';
import { loadKerberos } from '../protocols/kerberos/loadKerberos.ts';
import { readOwnAccount } from '../protocols/machine/readOwnAccount.ts';
import { runProgram } from '../protocols/machine/runProgram.ts';
import { createDirectoryReader } from '../services/directory/access/createDirectoryReader.ts';
import type { DirectoryInForce } from '../services/directory/access/directoryInForce.ts';
import { createSessionPool } from '../services/directory/access/sessionPool.ts';
import { createControllerMemory } from '../services/directory/connection/controllerMemory.ts';
import { createControllerOpening } from '../services/directory/connection/openController.ts';
import { reachDomain } from '../services/directory/connection/reachDomain.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import type { Directory } from './directory.ts';
import type { DirectoryInUse } from './directoryPeople.ts';

export type DirectoryInUseParts = {
  directory: Pick<Directory, 'settings' | 'connection'>;
  settings: Pick<SettingsStore, 'read'>;
  log: Log;
};

/** How long the tool may take that says as whom this process runs, in ms. */
const toolLimitMs = 3_000;
/** How long a domain may take to answer in the list of domains, in ms. */
const domainLimitMs = 4_000;

const startTimer = (work: () => void, ms: number): (() => void) => {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Builds what asks the directory that is in force; nothing is opened before somebody asks. */
export const composeDirectoryInUse = ({ directory, settings, log }: DirectoryInUseParts) => {
  const { connection } = directory;
  const memory = createControllerMemory();
  const pool = createSessionPool(startTimer);
  const report = (error: unknown): void => log.error('directory.stepBroke', { error });

  const inForce = async (): Promise<DirectoryInForce | null> => {
    const { revision } = await settings.read();
    try {
      return { revision, directory: await directory.settings.resolveActive() };
    } catch (error) {
      if (isFailure(error) && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  };

  const inUse: DirectoryInUse = {
    rules: directory.settings.readActive,
    windowsUser: async () => {
      if (!loadKerberos().available) return null;
      const parts = {
        platform: process.platform,
        machineName: hostname(),
        run: runProgram,
        limitMs: toolLimitMs,
      };
      return readOwnAccount(parts, new AbortController().signal);
    },
    reader: createDirectoryReader({
      ...{ inForce, memory, pool, report, now: Date.now },
      opening: createControllerOpening({ ...connection, memory, report: (_stage, error) => report(error) }),
      probe: async (domain, { dnsServers }, signal) =>
        (await reachDomain({ domain, dnsServers, limitMs: domainLimitMs }, connection, signal)).obstacle,
    }),
  };
  return { inUse, close: pool.close };
};
