import { hostname } from 'node:os';
import type { Log } from '../hosts/log.ts';
import { loadKerberos } from '../protocols/kerberos/loadKerberos.ts';
import { readOwnAccount } from '../protocols/machine/readOwnAccount.ts';
import { runProgram } from '../protocols/machine/runProgram.ts';
import { createDirectoryReader } from '../services/directory/access/createDirectoryReader.ts';
import type { DirectoryInForce } from '../services/directory/access/directoryInForce.ts';
import type { ReaderAlarm } from '../services/directory/access/readerAlarm.ts';
import { createSessionPool } from '../services/directory/access/sessionPool.ts';
import { createControllerMemory } from '../services/directory/connection/controllerMemory.ts';
import { createControllerOpening } from '../services/directory/connection/openController.ts';
import { reachDomain } from '../services/directory/connection/reachDomain.ts';
import { shownTrust } from '../services/trust/shownTrust.ts';
import type { Directory } from './directory.ts';
import type { DirectoryInUse } from './directoryPeople.ts';
import { startTimer } from './startTimer.ts';

export type DirectoryInUseParts = {
  directory: Pick<Directory, 'settings' | 'connection'>;
  /** Is there when the first question is asked. */
  alarm: () => ReaderAlarm;
  log: Log;
};

/** How long the tool may take that says as whom this process runs, in ms. */
const toolLimitMs = 3_000;
/** How long a domain may take to answer in the list of domains, in ms. */
const domainLimitMs = 4_000;

/** Builds what asks the directory that is in force; nothing is opened before somebody asks. */
export const composeDirectoryInUse = ({ directory, alarm, log }: DirectoryInUseParts) => {
  const { connection } = directory;
  const memory = createControllerMemory();
  const pool = createSessionPool(startTimer);
  const report = (error: unknown): void => log.error('directory.stepBroke', { error });

  const inForce = async (): Promise<DirectoryInForce | null> => {
    const active = await directory.settings.readActive();
    if (active === null) return null;
    const { identity: _identity, ...values } = active;
    return {
      values: { ...values, trust: shownTrust(values.trust) },
      resolve: directory.settings.resolveActive,
    };
  };

  const inUse: DirectoryInUse = {
    rules: directory.settings.readActive,
    windowsUser: async () => {
      if (!loadKerberos().available) return null;
      const parts = {
        platform: process.platform,
        machineName: hostname(),
        environment: process.env,
        run: runProgram,
        limitMs: toolLimitMs,
      };
      return readOwnAccount(parts, new AbortController().signal);
    },
    reader: createDirectoryReader({
      ...{ inForce, memory, pool, report, now: Date.now },
      opening: createControllerOpening({ ...connection, memory, report: (_stage, error) => report(error) }),
      provenAt: directory.settings.readProvenAt,
      onBind: (refusal) => alarm().note(refusal),
      probe: async (domain, { dnsServers }, signal) =>
        (await reachDomain({ domain, dnsServers, limitMs: domainLimitMs }, connection, signal)).obstacle,
    }),
  };
  return { inUse, close: pool.close };
};
