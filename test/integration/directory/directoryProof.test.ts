import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proofEventSchema } from '../../../electron/contract/proof/proof.ts';
import { PingError } from '../../../electron/protocols/ldap/cldapPing.ts';
import type { DirectoryProofParts } from '../../../electron/services/directory/proof/directoryProof.ts';
import { directoryStageNames } from '../../../electron/services/directory/proof/directoryStageNames.ts';
import type { DirectoryEntry } from '../../lab/faults/directoryAnswer.ts';
import type { DirectoryRequest } from '../../lab/faults/directoryMessage.ts';
import {
  bindsWithPassword,
  completeContext,
  entries,
  generalizedTime,
  healthy,
  healthyParts,
  person,
} from './healthyDomain.ts';
import { proveDirectory } from './proveScripted.ts';
import { reader, ScriptedDomain, type ScriptedControllerPlan } from './scriptedDomain.ts';
import { surroundings } from './scriptedEntries.ts';

let domain: ScriptedDomain;
beforeEach(() => {
  domain = new ScriptedDomain();
});
afterEach(() => domain.close());

const parts = (rest: Partial<DirectoryProofParts> = {}): DirectoryProofParts => healthyParts(domain, rest);

describe('a proof of a directory', () => {
  it('goes through every stage of a healthy domain', async () => {
    await domain.add(healthy());
    const { lines, outcome, events, faults, results } = await proveDirectory(parts(), {
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
    expect(results.find(({ stage }) => stage === 'search')?.evidence.facts.sizeLimitKept).toBe(true);
    expect(JSON.stringify(events)).not.toContain(reader.password);
    expect(bindsWithPassword(domain)).toBe(1);
  });
});

/** Gives an object and breaks the connection off. */
const stopInSearch: NonNullable<ScriptedControllerPlan['script']> = (request) =>
  request.kind === 'search' && request.scope === 'subtree'
    ? { found: entries.slice(0, 1), hangUp: 'reset' }
    : undefined;

const never = () => new Promise<never>(() => undefined);

describe('a half-broken domain', () => {
  it('passes through the second controller when DNS names a dead one first', async () => {
    await domain.add('dead');
    await domain.add(healthy());
    const { lines, outcome } = await proveDirectory(parts(), { directory: await domain.values() });
    expect(lines).toContain('ports dc1 failed controllerNotRunning');
    expect(lines).toContain('secure dc1 failed controllerNotRunning');
    expect(lines).toContain('bind dc1 skipped');
    expect(lines).toContain('search dc2 passed');
    expect(outcome).toBe('passed');
  });

  it('waits for a silent controller no longer than its time, and for none that can be asked', async () => {
    await domain.add('silent');
    await domain.add(healthy());
    const directory = await domain.values({ timeoutMs: 400 });
    const { lines, outcome } = await proveDirectory(parts(), { directory });
    expect(lines).toContain('ports dc1 failed controllerSilent');
    expect(lines).toContain('secure dc1 failed controllerSilent');
    expect(outcome).toBe('passed');
  });

  it('goes on with the second controller when the first stops in the middle of a search', async () => {
    await domain.add(healthy({ script: stopInSearch }));
    await domain.add(healthy());
    const { lines, outcome } = await proveDirectory(parts(), { directory: await domain.values() });
    expect(lines).toContain('search dc1 failed ldapConnectionEnded');
    expect(lines).toContain('groups dc1 skipped');
    expect(lines).toContain('groups dc2 passed');
    expect(outcome).toBe('passed');
  });

  it('shows what fails beside the way, and passes', async () => {
    await domain.add(healthy({ demands: { signing: false } }));
    const { lines, outcome } = await proveDirectory(
      parts({
        ping: async () => {
          throw new PingError('timedOut');
        },
        readMachineJoin: async () => ({ known: false, reason: 'toolMissing', source: 'dsregcmd', words: '' }),
      }),
      { directory: await domain.values() },
    );
    expect(lines).toContain('join failed machineJoinUnknown');
    expect(lines).toContain('ping dc1 failed controllerPingUnanswered');
    expect(lines).toContain('policy dc1 passed ldapSigningNotRequired');
    expect(outcome).toBe('passed');
  });
});

describe('an unreachable domain', () => {
  it('without records in DNS fails at its controllers, and skips what is left', async () => {
    const { lines, outcome } = await proveDirectory(parts(), { directory: await domain.values() });
    expect(lines.slice(0, 3)).toEqual(['join passed', 'locate failed domainRecordsMissing', 'ping skipped']);
    expect(lines).toHaveLength(12);
    expect(outcome).toBe('failed');
  });

  it('says so in the stage that is proven alone', async () => {
    const directory = await domain.values();
    const { lines, outcome } = await proveDirectory(parts(), { directory, stages: ['bind', 'search'] });
    expect(lines).toEqual(['bind failed domainRecordsMissing', 'search skipped']);
    expect(outcome).toBe('failed');
  });

  it('fails when no controller answers', async () => {
    await domain.add('dead');
    const { lines, outcome } = await proveDirectory(parts(), { directory: await domain.values() });
    expect(lines).toContain('secure dc1 failed controllerNotRunning');
    expect(lines).toContain('search skipped');
    expect(outcome).toBe('failed');
  });
});

describe('the encryption of a proof', () => {
  it.each([
    ['expired', 'certificateExpired'],
    ['otherName', 'certificateNameMismatch'],
    ['unknownAuthority', 'certificateUnknownAuthority'],
  ] as const)('ends at a certificate that is %s, before anything is sent', async (certificate, code) => {
    const server = await domain.add(healthy({ certificate }));
    const { lines, results } = await proveDirectory(parts(), {
      directory: await domain.values(),
      stages: ['secure', 'rootdse', 'bind'],
    });
    expect(lines).toEqual([`secure dc1 failed ${code}`, 'rootdse dc1 skipped', 'bind dc1 skipped']);
    expect(results[0]?.evidence.certificates[0]).toBeDefined();
    expect(results[0]?.finding?.who).not.toBe('mailAdministrator');
    expect(results[0]?.evidence.facts.addedAuthorities).toEqual(['CN=Lab Directory Root']);
    expect(server?.requests).toEqual([]);
  });

  it('notes a certificate without the name of the domain', async () => {
    await domain.add(healthy({ certificate: 'hostOnly' }));
    const { lines } = await proveDirectory(parts(), { directory: await domain.values(), stages: ['secure'] });
    expect(lines).toEqual(['secure dc1 passed certificateWithoutDomainName']);
  });

  it('is asked for with StartTLS', async () => {
    await domain.add(healthy());
    const directory = await domain.values({ encryption: 'starttls' });
    const { outcome } = await proveDirectory(parts(), { directory });
    expect(outcome).toBe('passed');
  });

  it('says when StartTLS is refused', async () => {
    await domain.add(
      healthy({ script: ({ kind }) => (kind === 'extended' ? { result: { resultCode: 52 } } : undefined) }),
    );
    const directory = await domain.values({ encryption: 'starttls' });
    const { lines } = await proveDirectory(parts(), { directory, stages: ['secure'] });
    expect(lines).toEqual(['secure dc1 failed ldapStarttlsRefused']);
  });
});

describe('the groups of a proof', () => {
  const unreadable = { tokenGroupsGlobalAndUniversal: [] };
  const domainOf = (...people: DirectoryEntry[]) => healthy({ entries: [...surroundings, ...people] });
  const groupsOf = async (testUser: string | null, ...people: DirectoryEntry[]) => {
    await domain.add(domainOf(...people));
    const directory = await domain.values();
    const { results } = await proveDirectory(parts(), { directory, testUser, stages: ['groups'] });
    return results[0];
  };

  it.each([null, 'anna'])('are readable only when those of others are, for %s', async (testUser) => {
    const result = await groupsOf(testUser, person('reader', 1_100), person('anna', 1_101, unreadable));
    expect(result?.finding?.code).toBe('windowsAuthorizationAccessMissing');
    expect(result?.evidence.facts.tokenGroupsReadable).toBe(false);
  });

  it('tell nothing of that where there is nobody else to read', async () => {
    const result = await groupsOf(null, person('reader', 1_100));
    expect(result).toMatchObject({ status: 'passed', finding: null });
    expect(result?.evidence.facts).not.toHaveProperty('tokenGroupsReadable');
  });
});

describe('the machine of a proof with its own identity', () => {
  it.each([
    [{ AzureAdJoined: 'YES' }, 'failed machineJoinedOnlyToEntra'],
    [{ AzureAdJoined: 'NO' }, 'failed machineNotJoined'],
    [{ default_realm: 'CORP.EXAMPLE.TEST' }, 'passed machineWithoutAccount'],
    [{ default_realm: 'OTHER.EXAMPLE.TEST' }, 'failed machineNotJoined'],
  ])('that is in no domain, and says %o', async (deviceState, judged) => {
    const join = { known: true, joined: false, domain: null, source: 'dsregcmd' } as const;
    const readMachineJoin = async () => ({ ...join, deviceState: { ...deviceState } });
    const directory = await domain.values({ identity: { mode: 'windows' } });
    const { lines } = await proveDirectory(parts({ readMachineJoin }), { directory, stages: ['join'] });
    expect(lines).toEqual([`join ${judged}`]);
  });
});

describe('the clock of a controller', () => {
  const late = () => ({ currentTime: [generalizedTime(new Date(Date.now() + 600_000))] });

  it('that is ten minutes off is a failed line, which a password can do with', async () => {
    await domain.add(healthy({ rootDse: late() }));
    const { lines, outcome } = await proveDirectory(parts(), { directory: await domain.values() });
    expect(lines).toContain('clock dc1 failed clockSkewTooLarge');
    expect(outcome).toBe('passed');
  });

  it('fails the proof of a Windows identity', async () => {
    const offer = { resultCode: 14, serverToken: Buffer.from([1, 0, 0, 0]) };
    const steps = [{ result: offer }, { result: {} }];
    await domain.add(
      healthy({ rootDse: late(), script: ({ kind }) => (kind === 'saslBind' ? steps.shift() : undefined) }),
    );
    const directory = await domain.values({ identity: { mode: 'windows' } });
    const { lines, outcome } = await proveDirectory(
      parts({ openSecurityContext: async () => completeContext }),
      { directory, testUser: 'anna' },
    );
    expect(lines).toContain('bind dc1 passed');
    expect(lines).toContain('groups dc1 passed');
    expect(outcome).toBe('failed');
  });
});

it.each([
  ['is gone by then', { result: { resultCode: 32 } }, 'directoryUserNotFound'],
  [
    'has none that may be read',
    { found: [person('anna', 1_101, { tokenGroups: [] })], result: {} },
    'tokenGroupsNotReadable',
  ],
] as const)('reads no groups of somebody who %s', async (_, answer, code) => {
  const isOfToken = (request: DirectoryRequest): boolean =>
    request.kind === 'search' && request.base !== '' && request.attributes.includes('tokenGroups');
  await domain.add(healthy({ script: (request) => (isOfToken(request) ? answer : undefined) }));
  const { lines } = await proveDirectory(parts(), {
    ...{ directory: await domain.values(), testUser: 'anna', stages: ['search', 'groups'] },
  });
  expect(lines).toEqual(['search dc1 passed', `groups dc1 failed ${code}`]);
});

it('tells of a controller that calls itself otherwise than DNS does, and signs in all the same', async () => {
  await domain.add(healthy({ rootDse: { dnsHostName: ['dc7.corp.example.test'] } }));
  const { lines, results } = await proveDirectory(parts(), {
    ...{ directory: await domain.values(), stages: ['rootdse', 'bind'] },
  });
  expect(lines).toEqual(['rootdse dc1 passed controllerNamedOtherwise', 'bind dc1 passed']);
  expect(results[0]?.evidence.facts.controllerName).toBe('dc7.corp.example.test');
});

describe('a controller that misbehaves', () => {
  it.each([
    ['garbage', { raw: Buffer.from('\u0000\u0001 not LDAP at all'.repeat(50)) }, 'ldapReplyNotUnderstood'],
    ['a reset', { hangUp: 'reset' }, 'ldapConnectionEnded'],
    ['silence', {}, 'ldapTimedOut'],
    ['no root', { result: { resultCode: 32 } }, 'notActiveDirectory'],
  ] as const)('by %s fails at its root, and nothing hangs', async (_, answer, code) => {
    await domain.add(healthy({ script: ({ kind }) => (kind === 'search' ? answer : undefined) }));
    const directory = await domain.values({ timeoutMs: 800 });
    const { lines, faults } = await proveDirectory(parts(), { directory, stages: ['rootdse', 'bind'] });
    expect(lines).toEqual([`rootdse dc1 failed ${code}`, 'bind dc1 skipped']);
    expect(faults).toEqual([]);
  });

  it('by dripping is understood all the same', async () => {
    await domain.add(
      healthy({
        script: ({ kind }) => (kind === 'bind' ? { result: {}, drips: true } : undefined),
      }),
    );
    const { lines } = await proveDirectory(parts(), { directory: await domain.values(), stages: ['bind'] });
    expect(lines).toEqual(['bind dc1 passed']);
  });
});

describe('cancelling the proof of a directory', () => {
  it.each(directoryStageNames)('in %s leaves no connection', async (name) => {
    const server = await domain.add(healthy());
    const controller = new AbortController();
    const run = await proveDirectory(
      parts({
        ...(name === 'join' ? { readMachineJoin: never } : {}),
        ...(name === 'ping' ? { ping: never } : {}),
      }),
      { directory: await domain.values() },
      controller.signal,
      (event) => {
        if (event.type === 'stageStarted' && event.stage === name) controller.abort();
      },
    );
    expect(run.outcome).toBe('cancelled');
    expect(run.lines).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^${name} .*cancelled`))]),
    );
    expect(run.faults).toEqual([]);
    await expect.poll(() => server?.connections()).toBe(0);
  });
});
