import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LabKeeper } from './labKeeper.ts';
import { labUsers } from './identities.ts';
import { LogFile } from './logFile.ts';
import { runCommand } from './runCommand.ts';
import { startServerProcess } from './serverProcess.ts';

const realm = 'MAIL.EXAMPLE.TEST';

/** Services with keys of their own, on the host that a mail lab is connected to. */
const services = ['smtp', 'imap', 'pop'] as const;

/** A running key distribution center (MIT Kerberos) that knows the lab's users and mail servers. */
export type KerberosRealm = {
  /** krb5.conf, for the environment variable KRB5_CONFIG. */
  readonly configuration: string;
  /** Keys of the mail servers. */
  readonly serviceKeytab: string;
  /** Keys of the user alice, for KRB5_CLIENT_KTNAME: whoever has them needs no password. */
  readonly clientKeytab: string;
  /** Ends it. */
  stop(): Promise<void>;
};

/** What it is made from. */
export type KerberosRealmLayout = {
  /** Absolute path of the lab. */
  readonly directory: string;
  readonly port: number;
  /** Name in the services' principals. */
  readonly host: string;
};

function clientConfiguration({ port, host }: KerberosRealmLayout): string {
  return `[libdefaults]
default_realm = ${realm}
dns_lookup_kdc = false
dns_canonicalize_hostname = false
rdns = false
qualify_shortname = ""
udp_preference_limit = 1
[realms]
${realm} = {
  kdc = 127.0.0.1:${port}
}
[domain_realm]
${host} = ${realm}
`;
}

function serverConfiguration(home: string, { port }: KerberosRealmLayout): string {
  return `[kdcdefaults]
kdc_listen = 127.0.0.1:${port}
kdc_tcp_listen = 127.0.0.1:${port}
[realms]
${realm} = {
  database_name = ${home}/principal
  key_stash_file = ${home}/stash
}
[logging]
kdc = FILE:${home}/kdc.log
`;
}

/** Makes the accounts, and takes their keys out. */
async function createAccounts(
  env: NodeJS.ProcessEnv,
  host: string,
  { service, client }: { service: string; client: string },
): Promise<void> {
  const kadmin = (...words: string[]) =>
    runCommand('/usr/sbin/kadmin.local', ['-r', realm, ...words], { env });
  await runCommand('/usr/sbin/kdb5_util', ['create', '-s', '-r', realm, '-P', 'master'], { env });
  const { name } = labUsers.alice;
  const principals = services.map((one) => `${one}/${host}`);
  for (const principal of [name, ...principals]) await kadmin('addprinc', '-randkey', principal);
  await kadmin('ktadd', '-k', client, name);
  await kadmin('ktadd', '-k', service, ...principals);
}

/**
 * Starts a key distribution center with everything it writes inside the lab.
 * @throws Error with its own words when it does not start.
 */
export async function startKerberosRealm(
  layout: KerberosRealmLayout,
  keeper: LabKeeper,
): Promise<KerberosRealm> {
  const home = path.join(layout.directory, 'kerberos');
  mkdirSync(home);
  const inside = (name: string): string => path.join(home, name);
  const [configuration, profile] = [inside('krb5.conf'), inside('kdc.conf')];
  const [serviceKeytab, clientKeytab] = [inside('service.keytab'), inside('client.keytab')];
  writeFileSync(configuration, clientConfiguration(layout));
  writeFileSync(profile, serverConfiguration(home, layout));
  const env = { ...process.env, KRB5_CONFIG: configuration, KRB5_KDC_PROFILE: profile };
  await createAccounts(env, layout.host, { service: serviceKeytab, client: clientKeytab });
  // Dovecot reads them as a user of its own.
  chmodSync(serviceKeytab, 0o644);
  const log = new LogFile(inside('kdc.log'));
  const server = await startServerProcess({
    ...{ program: '/usr/sbin/krb5kdc', parameters: ['-n', '-r', realm], outputPath: inside('output.log') },
    ...{ log, keeper, environment: env },
    untilReady: (signal) => log.waitFor(/commencing operation/, { signal }),
  });
  return { configuration, serviceKeytab, clientKeytab, stop: server.stop };
}
