import { directoryDefaults } from '../../../electron/contract/directory/directoryValues.ts';
import { createResolver } from '../../../electron/protocols/dns/createResolver.ts';
import { askKdcTime } from '../../../electron/protocols/kerberos/askKdcTime.ts';
import { openSecurityContext } from '../../../electron/protocols/kerberos/openSecurityContext.ts';
import { cldapPing } from '../../../electron/protocols/ldap/cldapPing.ts';
import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import { createDirectoryReader } from '../../../electron/services/directory/access/createDirectoryReader.ts';
import {
  createSessionPool,
  type SessionPool,
} from '../../../electron/services/directory/access/sessionPool.ts';
import { createControllerMemory } from '../../../electron/services/directory/connection/controllerMemory.ts';
import type { DirectoryParts } from '../../../electron/services/directory/connection/directoryParts.ts';
import {
  type ControllerOpening,
  createControllerOpening,
} from '../../../electron/services/directory/connection/openController.ts';
import type { DirectoryReader } from '../../../electron/services/directory/directoryReader.ts';
import type { DirectoryProofParts } from '../../../electron/services/directory/proof/directoryProof.ts';
import type { ResolvedDirectory } from '../../../electron/services/directory/resolvedDirectory.ts';
import type { DirectoryLab } from '../../lab/directory/directoryLab.ts';

/** What reaching a real controller works with, as the program has it. */
export const realParts = (): DirectoryParts => ({
  ...{ createResolver, openSocket, openSecurityContext, ping: cldapPing, askKdcTime },
  ...{ trustStore: createTrustStore(), machineName: 'test', random: Math.random, now: () => new Date() },
});

/** The same for a proof, on a machine that is in the domain. */
export const proofParts = (parts: DirectoryParts): DirectoryProofParts => ({
  ...parts,
  readMachineJoin: async () => ({
    ...{ known: true, joined: true, domain: 'CORP', deviceState: {}, source: 'dsregcmd' },
  }),
});

/** Values that reach the controllers of a lab; its reader signs in. */
export const labValues = (
  { domain, dns, users, authority }: Pick<DirectoryLab, 'domain' | 'dns' | 'users' | 'authority'>,
  change: Partial<ResolvedDirectory> = {},
): ResolvedDirectory => {
  const { userPrincipalName: userName, password } = users.reader;
  return {
    ...{ ...directoryDefaults, domain, dnsServers: [dns.address] },
    trust: { mode: 'certificate', pem: authority.pem },
    identity: { mode: 'password', userName, password, source: 'typed' },
    ...change,
  };
};

export type OpenedReader = { reader: DirectoryReader; opening: ControllerOpening };

/** Readers as the program makes them, each with a memory and connections of its own. */
export class DirectoryReaders {
  /** What nobody foresaw. */
  readonly unforeseen: unknown[] = [];
  readonly #pools: SessionPool[] = [];

  open(directory: ResolvedDirectory, parts: DirectoryParts = realParts()): OpenedReader {
    const memory = createControllerMemory();
    const pool = createSessionPool((work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    });
    this.#pools.push(pool);
    const report = (error: unknown): void => void this.unforeseen.push(error);
    const opening = createControllerOpening({ ...parts, memory, report: (_stage, error) => report(error) });
    const reader = createDirectoryReader({
      ...{ opening, memory, pool, report, now: Date.now, probe: async () => null },
      ...{ provenAt: async () => null, onBind: () => undefined },
      inForce: async () => ({ values: directory, resolve: async () => directory }),
    });
    return { reader, opening };
  }

  /** Closes the connections that wait for their next use. */
  close(): void {
    for (const pool of this.#pools.splice(0)) pool.close();
  }
}
