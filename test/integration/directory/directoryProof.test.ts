import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proofEventSchema } from '../../../electron/contract/proof/proof.ts';
import type { NetlogonResponse } from '../../../electron/protocols/ldap/netlogonResponse.ts';
import { encodeGuid } from '../../../electron/protocols/ldap/objectGuid.ts';
import { encodeSid } from '../../../electron/protocols/ldap/securityIdentifier.ts';
import type { DirectoryProofParts } from '../../../electron/services/directory/proof/directoryProof.ts';
import type { DirectoryEntry } from '../../lab/faults/directoryAnswer.ts';
import { proveDirectory } from './proveScripted.ts';
import {
  domain as domainName,
  reader,
  ScriptedDomain,
  type ScriptedControllerPlan,
} from './scriptedDomain.ts';

const root = 'DC=corp,DC=example,DC=test';
const sid = (number: number) => encodeSid(`S-1-5-21-1-2-3-${number}`);
const guid = encodeGuid('2f4d8c3e-0000-4000-8000-000000000001');

const person = (name: string, number: number, rest: DirectoryEntry['attributes'] = {}): DirectoryEntry => ({
  dn: `CN=${name},${root}`,
  attributes: {
    ...{ objectClass: ['user'], sAMAccountType: ['805306368'], sAMAccountName: [name] },
    ...{ userPrincipalName: [`${name}@${domainName}`], objectSid: [sid(number)], objectGUID: [guid] },
    ...{ tokenGroups: [sid(513), sid(1_200)], tokenGroupsGlobalAndUniversal: [sid(513)] },
    ...rest,
  },
});

const entries: readonly DirectoryEntry[] = [
  { dn: root, attributes: { objectClass: ['domain'] } },
  { dn: `CN=System,${root}`, attributes: { objectClass: ['container'] } },
  { dn: `CN=Partitions,CN=Configuration,${root}`, attributes: { objectClass: ['crossRefContainer'] } },
  person('reader', 1_100),
  person('anna', 1_101),
];

const healthy = (rest: ScriptedControllerPlan = {}): ScriptedControllerPlan => ({
  entries,
  rootDse: { currentTime: [generalizedTime(new Date())] },
  ...rest,
});

const generalizedTime = (time: Date): string => `${time.toISOString().replace(/[-:T]|\.\d+Z/g, '')}.0Z`;

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

let domain: ScriptedDomain;
beforeEach(() => {
  domain = new ScriptedDomain();
});
afterEach(() => domain.close());

const parts = (rest: Partial<DirectoryProofParts> = {}): DirectoryProofParts => ({
  ...domain.parts({ ping: async () => ({ response: netlogon, ms: 1, sent: 1 }) }),
  readMachineJoin: async () => ({
    known: true,
    joined: true,
    domain: 'CORP',
    deviceState: {},
    source: 'dsregcmd',
  }),
  ...rest,
});

const bindsWithPassword = (): number =>
  domain.servers
    .flatMap(({ requests }) => requests)
    .filter((request) => request.kind === 'bind' && request.name === reader.userName).length;

describe('a proof of a directory', () => {
  it('goes through every stage of a healthy domain', async () => {
    await domain.add(healthy());
    const { lines, outcome, events, faults } = await proveDirectory(parts(), {
      directory: await domain.values(),
      testUser: 'CORP\\anna',
    });
    expect(lines.toSorted()).toEqual(
      [
        ...['join passed', 'locate passed', 'ping dc1 passed', 'ports dc1 passed', 'clock dc1 passed'],
        ...['secure dc1 passed', 'rootdse dc1 passed', 'bind dc1 passed', 'policy dc1 passed'],
        ...['search dc1 passed', 'groups dc1 passed', 'trusts dc1 passed noTrusts'],
      ].toSorted(),
    );
    expect({ outcome, faults }).toEqual({ outcome: 'passed', faults: [] });
    for (const event of events) expect(() => proofEventSchema.parse(event)).not.toThrow();
    expect(JSON.stringify(events)).not.toContain(reader.password);
    expect(bindsWithPassword()).toBe(1);
  });
});
