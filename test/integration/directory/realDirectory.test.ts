import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedDirectory } from '../../../electron/services/directory/resolvedDirectory.ts';
import type { DirectoryUser } from '../../lab/directory/directoryIdentities.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { labValues, proofParts, realParts } from './directoryReaders.ts';
import { type DirectoryProofRun, proveDirectory } from './proveScripted.ts';

const { available } = await ensureDirectoryServers();

/** Controllers of equal weight are tried in the order of DNS. */
const parts = { ...proofParts(realParts()), random: () => 0 };

describe.skipIf(!available)('a real domain controller', { timeout: 60_000 }, () => {
  let lab: DirectoryLab;
  beforeAll(async () => {
    lab = await startDirectoryLab({ secondController: true, partner: true });
  }, 120_000);
  afterAll(() => lab.stop());

  const identityOf = ({ userPrincipalName: userName, password }: DirectoryUser) =>
    ({ mode: 'password', userName, password, source: 'typed' }) as const;
  const prove = (rest: Partial<ResolvedDirectory> = {}, testUser: string | null = null) =>
    proveDirectory(parts, {
      testUser,
      directory: labValues(lab, {
        ...{ timeoutMs: 5_000, identity: identityOf(lab.users.authorizationReader) },
        ...rest,
      }),
    });
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
      const proof = await prove({ identity: identityOf(lab.users[key]) });
      expect(proof.lines.filter((line) => line.startsWith('bind'))).toEqual([
        `bind dc1 failed ${code}`,
        'bind dc2 skipped',
      ]);
      expect(proof.outcome).toBe('failed');
    },
  );

  it('that is hardened says of who reads whether that reaches others, not only its own account', async () => {
    await lab.changes.restrictReading();
    const groupsOf = async (key: 'reader' | 'authorizationReader') =>
      factsOf(await prove({ identity: identityOf(lab.users[key]) }), 'groups');
    expect(await groupsOf('reader')).toMatchObject({ tokenGroupsReadable: false });
    expect(await groupsOf('authorizationReader')).toMatchObject({ tokenGroupsReadable: true });
  });
});
