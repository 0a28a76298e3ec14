import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { SrvRecord } from 'node:dns';
import os from 'node:os';
import path from 'node:path';
import { directoryDefaults } from '../../../electron/contract/directory/directoryValues.ts';
import { DnsError } from '../../../electron/protocols/dns/dnsError.ts';
import { KdcTimeError } from '../../../electron/protocols/kerberos/kdcTimeError.ts';
import { KerberosUnavailable } from '../../../electron/protocols/kerberos/kerberosError.ts';
import { PingError } from '../../../electron/protocols/ldap/cldapPing.ts';
import { abortReason } from '../../../electron/concurrency/abortReason.ts';
import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import type { DirectoryParts } from '../../../electron/services/directory/connection/directoryParts.ts';
import type { ResolvedDirectory } from '../../../electron/services/directory/resolvedDirectory.ts';
import {
  createDirectoryAuthority,
  type DirectoryAuthority,
  type DirectoryCertificateName,
} from '../../lab/directory/directoryCertificates.ts';
import {
  type ScriptedDirectory,
  scriptedDirectory,
  type ScriptedDirectoryOptions,
} from '../../lab/faults/scriptedDirectory.ts';
import type { ServerTls } from '../../lab/faults/serverTls.ts';

export const domain = 'corp.example.test';
export const reader = { userName: 'reader@corp.example.test', password: 'Reader-Pass' };

/** `dead` refuses connections, `silent` never answers; else what the controller does. */
export type ControllerPlan = 'dead' | 'silent' | ScriptedControllerPlan;
export type ScriptedControllerPlan = Omit<ScriptedDirectoryOptions, 'tls'> & {
  readonly certificate?: DirectoryCertificateName;
  /** Its name in DNS, where it is not dc1, dc2 … of the domain. */
  readonly host?: string;
  /** False: DNS does not announce it as Global Catalog; its port answers all the same. */
  readonly isGlobalCatalog?: boolean;
};

/** A controller that runs: one server where TLS comes first, and one where it can be asked for. */
export type ScriptedController = Pick<ScriptedDirectory, 'requests' | 'connections' | 'close'>;

type Servers = { ldap: ScriptedDirectory; ldaps: ScriptedDirectory };
type Controller = {
  host: string;
  address: string;
  servers: Servers | null;
  isSilent: boolean;
  isGlobalCatalog: boolean;
};

const tlsPorts = [636, 3269];

const together = ({ ldap, ldaps }: Servers): ScriptedController => ({
  get requests() {
    return [...ldap.requests, ...ldaps.requests];
  },
  connections: () => ldap.connections() + ldaps.connections(),
  close: async () => {
    await Promise.all([ldap.close(), ldaps.close()]);
  },
});

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(abortReason(signal)));
  });

const service = (name: string, port: number): SrvRecord => ({ name, port, priority: 0, weight: 0 });

/** A domain whose controllers are scripted, each under an address of its own, and whose DNS names them in order. */
export class ScriptedDomain {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'relay-console-domain-'));
  readonly #controllers: Controller[] = [];
  #authority: DirectoryAuthority | null = null;

  /** Starts the next controller: dc1, dc2 … */
  async add(plan: ControllerPlan): Promise<ScriptedController | null> {
    const number = this.#controllers.length + 1;
    const {
      host = `dc${number}.${domain}`,
      isGlobalCatalog = true,
      ...scripted
    } = typeof plan === 'string' ? {} : plan;
    const address = `192.0.2.${number}`;
    const servers = typeof plan === 'string' ? null : await this.#start(scripted, { host, address });
    this.#controllers.push({ host, address, servers, isSilent: plan === 'silent', isGlobalCatalog });
    return servers && together(servers);
  }

  /** Values that reach it; the reader signs in. */
  async values(rest: Partial<ResolvedDirectory> = {}): Promise<ResolvedDirectory> {
    const { pem } = await this.#ownAuthority();
    return {
      ...directoryDefaults,
      ...{ domain, dnsServers: [], timeoutMs: 3_000, trust: { mode: 'certificate', pem } },
      identity: { mode: 'password', ...reader, source: 'typed' },
      ...rest,
    };
  }

  /** Everything that reaching it works with. */
  parts(rest: Partial<DirectoryParts> = {}): DirectoryParts {
    return {
      trustStore: createTrustStore(() => []),
      createResolver: () => ({
        resolveSrv: async (name) => this.#services(name),
        resolve4: async (name) =>
          this.#controllers.filter(({ host }) => host === name).map((one) => one.address),
        resolve6: async () => {
          throw new DnsError('ENODATA');
        },
        getServers: () => ['192.0.2.53'],
        cancel: () => undefined,
      }),
      ping: async () => {
        throw new PingError('timedOut');
      },
      askKdcTime: async () => {
        throw new KdcTimeError('unanswered', 'ETIMEDOUT');
      },
      openSocket: (address, port, signal) => this.#open(address, port, signal),
      openSecurityContext: async () => {
        throw new KerberosUnavailable('moduleMissing', '');
      },
      ...{ machineName: 'console', random: () => 0, now: () => new Date() },
      ...rest,
    };
  }

  get servers(): ScriptedController[] {
    return this.#controllers.flatMap(({ servers }) => (servers ? together(servers) : []));
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #services(name: string): SrvRecord[] {
    const isOfCatalogs = name.startsWith('_gc.');
    const announced = this.#controllers.filter(({ isGlobalCatalog }) => isGlobalCatalog || !isOfCatalogs);
    if (name.includes('_sites') || announced.length === 0) throw new DnsError('ENOTFOUND');
    // Weight zero: RFC 2782 keeps the order for random 0.
    return announced.map(({ host }, index) => ({ ...service(host, 389), priority: index }));
  }

  async #ownAuthority(): Promise<DirectoryAuthority> {
    return (this.#authority ??= await createDirectoryAuthority(this.#folder));
  }

  async #start(
    { certificate = 'good', ...plan }: Omit<ScriptedControllerPlan, 'host' | 'isGlobalCatalog'>,
    { host, address }: { host: string; address: string },
  ): Promise<Servers> {
    const authority = await this.#ownAuthority();
    const folder = await authority.issue({ name: host, domain, address }, certificate);
    const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
    const server: ServerTls = { cert: read('chain.pem'), key: read('key.pem') };
    const accounts = [{ names: [reader.userName], password: reader.password }];
    const rootDse = { dnsHostName: [host], ...plan.rootDse };
    const options = { accounts, ...plan, rootDse };
    return {
      ldap: await scriptedDirectory({ ...options, tls: { mode: 'starttls', server } }),
      ldaps: await scriptedDirectory({ ...options, tls: { mode: 'implicit', server } }),
    };
  }

  #open(address: string, port: number, signal: AbortSignal): ReturnType<typeof openSocket> {
    const found = this.#controllers.find((one) => one.address === address);
    if (found?.isSilent) return untilAborted(signal);
    const server = found?.servers?.[tlsPorts.includes(port) ? 'ldaps' : 'ldap'];
    if (server === undefined)
      return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    return openSocket('127.0.0.1', server.port, signal);
  }
}
