import { encodeGuid } from '../../../electron/protocols/ldap/objectGuid.ts';
import { encodeSid } from '../../../electron/protocols/ldap/securityIdentifier.ts';
import type { DirectoryEntry } from '../../lab/faults/directoryAnswer.ts';
import { domain } from './scriptedDomain.ts';

/** The head of the scripted domain. */
export const root = 'DC=corp,DC=example,DC=test';

export const domainSid = 'S-1-5-21-1-2-3';
export const sidOf = (number: number): string => `${domainSid}-${number}`;
export const guidOf = (number: number): string =>
  `2f4d8c3e-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A name as it comes with the control for extended names (MS-ADTS 3.1.1.3.4.1.5). */
export const extendedDn = (dn: string, sid: string): string =>
  `<SID=${encodeSid(sid).toString('hex')}>;${dn}`;

type Attributes = DirectoryEntry['attributes'];

/** Somebody of the domain, whose SID ends in `number`. */
export const personEntry = (name: string, number: number, rest: Attributes = {}): DirectoryEntry => ({
  dn: `CN=${name},${root}`,
  attributes: {
    distinguishedName: [`CN=${name},${root}`],
    ...{ objectClass: ['user'], sAMAccountType: ['805306368'], sAMAccountName: [name], displayName: [name] },
    ...{ userPrincipalName: [`${name}@${domain}`], primaryGroupID: ['513'] },
    ...{ objectSid: [encodeSid(sidOf(number))], objectGUID: [encodeGuid(guidOf(number))] },
    ...rest,
  },
});

/** A global security group. */
export const groupEntry = (name: string, number: number, rest: Attributes = {}): DirectoryEntry => ({
  dn: `CN=${name},${root}`,
  attributes: {
    distinguishedName: [`CN=${name},${root}`],
    ...{ objectClass: ['group'], sAMAccountType: ['268435456'], sAMAccountName: [name], displayName: [name] },
    ...{ objectSid: [encodeSid(sidOf(number))], objectGUID: [encodeGuid(guidOf(number))] },
    ...rest,
  },
});

const partitions = `CN=Partitions,CN=Configuration,${root}`;

/** What every domain has, whoever is in it. */
export const surroundings: readonly DirectoryEntry[] = [
  { dn: root, attributes: { objectClass: ['domain'] } },
  { dn: `CN=System,${root}`, attributes: { objectClass: ['container'] } },
  { dn: partitions, attributes: { objectClass: ['crossRefContainer'] } },
  {
    dn: `CN=CORP,${partitions}`,
    attributes: {
      ...{ objectClass: ['crossRef'], dnsRoot: [domain], nETBIOSName: ['CORP'] },
      nCName: [extendedDn(root, domainSid)],
    },
  },
];

/** What every domain has, who reads, and `people` besides. */
export const domainEntries = (...people: readonly DirectoryEntry[]): readonly DirectoryEntry[] => [
  ...surroundings,
  personEntry('reader', 1_100, { tokenGroups: [encodeSid(sidOf(513))] }),
  ...people,
];

/** The rootDSE says who has signed in, as Windows does (MS-ADTS 3.1.1.3.2): its reader. */
export const readerToken: Attributes = { tokenGroups: [encodeSid(sidOf(1_100)), encodeSid(sidOf(513))] };
