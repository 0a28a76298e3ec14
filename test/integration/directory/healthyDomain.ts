import type { SecurityContext } from '../../../electron/protocols/kerberos/openSecurityContext.ts';
import type { NetlogonResponse } from '../../../electron/protocols/ldap/netlogonResponse.ts';
import { encodeSid } from '../../../electron/protocols/ldap/securityIdentifier.ts';
import type { DirectoryProofParts } from '../../../electron/services/directory/proof/directoryProof.ts';
import type { DirectoryEntry } from '../../lab/faults/directoryAnswer.ts';
import { proofParts } from './directoryReaders.ts';
import {
  domain as domainName,
  reader,
  type ScriptedDomain,
  type ScriptedControllerPlan,
} from './scriptedDomain.ts';
import { personEntry, sidOf, surroundings } from './scriptedEntries.ts';

const groups = (...numbers: readonly number[]): Buffer[] => numbers.map((number) => encodeSid(sidOf(number)));

/** A user whose groups can be read, with so many at the end of SID and GUID, 1,000 or more. */
export const person = (
  name: string,
  number: number,
  rest: DirectoryEntry['attributes'] = {},
): DirectoryEntry =>
  personEntry(name, number, {
    ...{ tokenGroups: groups(513, 1_200), tokenGroupsGlobalAndUniversal: groups(513) },
    ...rest,
  });

/** What a proof reads: what the domain stands in, the reader, and anna. */
export const entries: readonly DirectoryEntry[] = [
  ...surroundings,
  person('reader', 1_100),
  person('anna', 1_101),
];

/** A controller that runs well where the plan says nothing else. */
export const healthy = (rest: ScriptedControllerPlan = {}): ScriptedControllerPlan => ({
  entries,
  rootDse: { currentTime: [generalizedTime(new Date())] },
  ...rest,
});

/** As the rootDSE has it (RFC 4517, 3.3.13). */
export const generalizedTime = (time: Date): string =>
  `${time.toISOString().replace(/[-:T]|\.\d+Z/g, '')}.0Z`;

const netlogon: NetlogonResponse = {
  ...{ form: 'extended', state: 'ready', flags: ['closest', 'writable'], domainGuid: '', forest: domainName },
  ...{
    domain: domainName,
    host: `dc1.${domainName}`,
    netbiosDomain: 'CORP',
    netbiosComputer: 'DC1',
    user: '',
  },
  ...{ controllerSite: 'Paris', clientSite: 'Paris', nextClosestSite: null, version: 0 },
};

/** What a proof works with, on a machine of the domain. */
export const healthyParts = (
  domain: ScriptedDomain,
  rest: Partial<DirectoryProofParts> = {},
): DirectoryProofParts => ({
  ...proofParts(domain.parts({ ping: async () => ({ response: netlogon, ms: 1, sent: 1 }) })),
  ...rest,
});

/** Of Kerberos: it stands from its first step on, and nothing is wrapped. */
export const completeContext: SecurityContext = {
  step: async () => Buffer.alloc(1),
  isComplete: true,
  unwrap: async (token) => token,
  wrap: async (message) => message,
  userName: 'reader@CORP',
};

/** How often the reader's password was sent. */
export const bindsWithPassword = (domain: ScriptedDomain): number =>
  domain.servers
    .flatMap(({ requests }) => requests)
    .filter((request) => request.kind === 'bind' && request.name === reader.userName).length;
