import { encodeSid } from '../../../electron/protocols/ldap/securityIdentifier.ts';
import { type LabDomain, trustPassword } from './directoryIdentities.ts';
import { ldifEntry } from './ldif.ts';

/** trustDirection, trustType and trustAttributes (MS-ADTS 6.1.6.7): both ways, Active Directory, forest-transitive. */
const bothWays = '3';
const activeDirectory = '2';
const forestTransitive = '8';

/** userAccountControl of a trust's account: INTERDOMAIN_TRUST_ACCOUNT, PASSWD_NOTREQD (MS-ADTS 2.2.16). */
const trustAccount = '2080';

const clearTextPassword = 2;
const topLevelName = 0;
const domainInformation = 2;
const emptyTime = Buffer.alloc(8);

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

/** A counted byte string. */
function counted(bytes: Uint8Array): Buffer {
  return Buffer.concat([numbers(bytes.length), bytes]);
}

/** The secret of a trust, in the form of trustAuthIncoming and trustAuthOutgoing (MS-ADTS 6.1.6.9.1). */
function trustSecret(password: string): Buffer {
  const value = Buffer.from(password, 'utf16le');
  const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
  const current = Buffer.concat([emptyTime, numbers(clearTextPassword), counted(value), padding]);
  const headerSize = 12;
  return Buffer.concat([numbers(1, headerSize, headerSize + current.length), current]);
}

function forestRecord(type: number, data: Uint8Array): Buffer {
  const flags = numbers(0);
  return counted(Buffer.concat([flags, emptyTime, Buffer.from([type]), data]));
}

/** The names and the SID of a forest of one domain, as in msDS-TrustForestTrustInfo (MS-ADTS 6.1.6.9.3). */
function forestInformation({ name, netbiosName, sid }: LabDomain): Buffer {
  const records = [
    forestRecord(topLevelName, counted(Buffer.from(name))),
    forestRecord(
      domainInformation,
      Buffer.concat([encodeSid(sid), Buffer.from(name), Buffer.from(netbiosName)].map(counted)),
    ),
  ];
  return Buffer.concat([numbers(1, records.length), ...records]);
}

/** DSDB_CONTROL_PERMIT_INTERDOMAIN_TRUST_UAC_OID of Samba: lets the account of a trust be added. */
export const trustAccountControl = 'local_oid:1.3.6.1.4.1.7165.4.3.23:0';

/**
 * One half of a two-way forest trust, in LDIF: what the local security authority of a controller writes when a trust is
 * made (MS-LSAD 3.1.4.7.10). With the other half in the other forest, Kerberos of either accepts people of both.
 */
export function forestTrust(domain: LabDomain, trusted: LabDomain): string {
  const secret = trustSecret(trustPassword);
  return [
    ldifEntry(`CN=${trusted.name},CN=System,${domain.root}`, {
      objectClass: 'trustedDomain',
      trustPartner: trusted.name,
      flatName: trusted.netbiosName,
      securityIdentifier: trusted.sid,
      trustDirection: bothWays,
      trustType: activeDirectory,
      trustAttributes: forestTransitive,
      trustAuthIncoming: secret,
      trustAuthOutgoing: secret,
      'msDS-TrustForestTrustInfo': forestInformation(trusted),
    }),
    ldifEntry(`CN=${trusted.netbiosName}$,CN=Users,${domain.root}`, {
      objectClass: 'user',
      sAMAccountName: `${trusted.netbiosName}$`,
      userAccountControl: trustAccount,
      clearTextPassword: Buffer.from(trustPassword, 'utf16le'),
    }),
  ].join('');
}
