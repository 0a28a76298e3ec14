import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../runCommand.ts';
import type { LabDomain } from './directoryIdentities.ts';
import { sambaConfigurationFile } from './sambaConfiguration.ts';

/** A realm and where its controller is. */
export type KerberosRealm = {
  readonly domain: LabDomain;
  readonly address: string;
};

function realmLines({ domain, address }: KerberosRealm): string {
  return `  ${domain.name.toUpperCase()} = {
    kdc = ${address}
    admin_server = ${address}
    kpasswd_server = ${address}
  }`;
}

function nameLines({ domain: { name } }: KerberosRealm): string {
  return `  .${name} = ${name.toUpperCase()}\n  ${name} = ${name.toUpperCase()}`;
}

/** The text of krb5.conf(5) for programs that use the lab: the first realm is theirs, and nothing is asked of DNS. */
export function kerberosConfiguration(realms: readonly KerberosRealm[]): string {
  return `[libdefaults]
default_realm = ${realms[0]?.domain.name.toUpperCase() ?? ''}
dns_lookup_kdc = false
dns_lookup_realm = false
dns_canonicalize_hostname = false
rdns = false
udp_preference_limit = 0
[realms]
${realms.map(realmLines).join('\n')}
[domain_realm]
${realms.map(nameLines).join('\n')}
`;
}

/** Writes krb5.conf into a folder, for the environment variable KRB5_CONFIG. @returns its path. */
export function writeKerberosConfiguration(directory: string, realms: readonly KerberosRealm[]): string {
  const file = path.join(directory, 'krb5.conf');
  writeFileSync(file, kerberosConfiguration(realms));
  return file;
}

/**
 * Exports the keys of an account, so that a program signs in with Kerberos without a password.
 * @param home folder of the controller.
 * @returns absolute path of the keytab, for KRB5_CLIENT_KTNAME.
 */
export async function exportKeytab(home: string, account: string): Promise<string> {
  const file = path.join(home, `${account}.keytab`);
  const configuration = path.join(home, sambaConfigurationFile);
  await runCommand('samba-tool', [
    ...['domain', 'exportkeytab', file, `--principal=${account}`, '-s', configuration],
  ]);
  return file;
}
