import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directoryDefaults } from '../../../electron/contract/directory/directoryValues.ts';
import { createResolver } from '../../../electron/protocols/dns/createResolver.ts';
import { askKdcTime } from '../../../electron/protocols/kerberos/askKdcTime.ts';
import { openSecurityContext } from '../../../electron/protocols/kerberos/openSecurityContext.ts';
import { cldapPing } from '../../../electron/protocols/ldap/cldapPing.ts';
import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import type { DirectoryProofParts } from '../../../electron/services/directory/proof/directoryProof.ts';
import type { ResolvedDirectory } from '../../../electron/services/directory/resolvedDirectory.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { type DirectoryProofRun, proveDirectory } from './proveScripted.ts';

const { available } = await ensureDirectoryServers();

const parts: DirectoryProofParts = {
  ...{
    createResolver,
    ping: cldapPing,
    askKdcTime,
    openSocket,
    openSecurityContext,
    trustStore: createTrustStore(() => []),
  },
  ...{ machineName: 'console', random: () => 0, now: () => new Date() },
  readMachineJoin: async () => ({
    known: true,
    joined: false,
    domain: null,
    deviceState: {},
    source: 'krb5',
  }),
};

describe.skipIf(!available)('a real domain controller', { timeout: 60_000 }, () => {
  let lab: DirectoryLab;
  beforeAll(async () => {
    lab = await startDirectoryLab({ secondController: true, partner: true });
  }, 120_000);
  afterAll(() => lab.stop());

  const values = (rest: Partial<ResolvedDirectory> = {}): ResolvedDirectory => ({
    ...directoryDefaults,
    ...{ domain: lab.domain, dnsServers: [lab.dns.address], timeoutMs: 5_000 },
    trust: { mode: 'certificate', pem: lab.authority.pem },
    identity: identityOf(lab.users.authorizationReader.userPrincipalName),
    ...rest,
  });
  const identityOf = (userName: string, password = lab.users.authorizationReader.password) =>
    ({ mode: 'password', userName, password, source: 'typed' }) as const;
  const prove = (rest: Partial<ResolvedDirectory> = {}, testUser: string | null = null) =>
    proveDirectory(parts, { directory: values(rest), testUser });
  const factsOf = ({ results }: DirectoryProofRun, name: string) =>
    results.find(({ stage }) => stage === name)?.evidence.facts ?? {};

  it('passes every stage, and shows what it saw', async () => {
    const proof = await prove({}, 'alice');
    expect(proof.lines.filter((line) => line.includes('failed'))).toEqual([]);
    expect(proof).toMatchObject({ outcome: 'passed', faults: [] });
    expect(factsOf(proof, 'locate')['controllers']).toHaveLength(2);
    expect(factsOf(proof, 'ping')).toMatchObject({ domain: lab.domain, forest: lab.domain });
    expect(factsOf(proof, 'policy')).toMatchObject({ signing: 'required', channelBinding: 'notTold' });
    expect(factsOf(proof, 'groups')).toMatchObject({
      ...{ account: 'CORP\\alice', tokenGroupsReadable: true },
      nestedPaths: expect.arrayContaining(['alice → helpdesk → it-staff → console-admins']) as unknown,
    });
    expect(JSON.stringify(factsOf(proof, 'trusts'))).toContain('partner.example.test');
  });

  it('is proven over StartTLS', async () => {
    expect(await prove({ encryption: 'starttls' })).toMatchObject({ outcome: 'passed', faults: [] });
  });

  it.each([
    ['disabled', 'directoryAccountDisabled'],
    ['expiredPassword', 'directoryPasswordExpired'],
    ['mustChange', 'directoryPasswordMustChange'],
    ['locked', 'directoryAccountLocked'],
    ['outsideHours', 'directorySignInHours'],
    ['otherWorkstation', 'directoryWorkstationRefused'],
    ['expiredAccount', 'directoryAccountExpired'],
  ] as const)(
    'says of an identity that is %s what the directory says, and asks one controller alone',
    async (key, code) => {
      const { userPrincipalName, password } = lab.users[key];
      const proof = await prove({ identity: identityOf(userPrincipalName, password) });
      expect(proof.lines.filter((line) => line.startsWith('bind'))).toEqual([
        `bind dc1 failed ${code}`,
        'bind dc2 skipped',
      ]);
      expect(proof.outcome).toBe('failed');
    },
  );

  it('that is hardened says of who reads whether that reaches others, not only its own account', async () => {
    await lab.changes.restrictReading();
    const groupsOf = async (key: 'reader' | 'authorizationReader') => {
      const { userPrincipalName, password } = lab.users[key];
      return factsOf(await prove({ identity: identityOf(userPrincipalName, password) }), 'groups');
    };
    expect(await groupsOf('reader')).toMatchObject({ tokenGroupsReadable: false });
    expect(await groupsOf('authorizationReader')).toMatchObject({ tokenGroupsReadable: true });
  });
});
