import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DirectoryProofParts } from '../../../electron/services/directory/proof/directoryProof.ts';
import type { ResolvedDirectory } from '../../../electron/services/directory/resolvedDirectory.ts';
import { bindRefusal } from '../../lab/faults/windowsBind.ts';
import { bindsWithPassword, completeContext, healthy, healthyParts } from './healthyDomain.ts';
import { proveDirectory } from './proveScripted.ts';
import {
  domain as domainName,
  reader,
  ScriptedDomain,
  type ScriptedControllerPlan,
} from './scriptedDomain.ts';
import { directorySubCodes } from '../../unit/services/knowledge/directorySubCodes.ts';

let domain: ScriptedDomain;
beforeEach(() => {
  domain = new ScriptedDomain();
});
afterEach(() => domain.close());

const parts = (rest: Partial<DirectoryProofParts> = {}): DirectoryProofParts => healthyParts(domain, rest);

describe('the bind of a proof', () => {
  it.each(directorySubCodes)(
    'that is refused with %s is made once, on one controller',
    async (refusal, code) => {
      const accounts = [{ names: [reader.userName], password: reader.password, refusal }];
      await domain.add(healthy({ accounts }));
      await domain.add(healthy({ accounts }));
      const { lines, outcome, results } = await proveDirectory(parts(), { directory: await domain.values() });
      expect(lines).toContain(`bind dc1 failed ${code}`);
      expect(lines).toContain('bind dc2 skipped');
      expect(bindsWithPassword(domain)).toBe(1);
      expect(outcome).toBe('failed');
      const bind = results.find(({ stage, status }) => stage === 'bind' && status === 'failed');
      expect(bind?.evidence.replies.at(-1)).toMatchObject({ command: 'BIND', code: 49 });
      expect(bind?.finding?.command ?? '').not.toContain('NAME');
    },
  );

  it('sends no password where no encryption is wanted', async () => {
    await domain.add(healthy({ demands: { signing: false } }));
    const directory = await domain.values({ encryption: 'none' });
    const { lines, outcome } = await proveDirectory(parts(), { directory });
    expect(lines).toContain('secure dc1 skipped');
    expect(lines).toContain('bind dc1 failed ldapEncryptionRequired');
    expect(bindsWithPassword(domain)).toBe(0);
    expect(outcome).toBe('failed');
  });

  it('signs in nobody without encryption, and not with a ticket either', async () => {
    const server = await domain.add(healthy({ demands: { signing: false } }));
    const directory = await domain.values({ encryption: 'none', identity: { mode: 'windows' } });
    const { lines } = await proveDirectory(parts({ openSecurityContext: async () => completeContext }), {
      directory,
    });
    expect(lines).toContain('rootdse dc1 passed');
    expect(lines).toContain('bind dc1 failed ldapEncryptionRequired');
    expect(server?.requests.some(({ kind }) => kind === 'saslBind')).toBe(false);
  });

  it('with the Windows identity is none where the controller says success without having proved itself', async () => {
    await domain.add(healthy({ script: ({ kind }) => (kind === 'saslBind' ? { result: {} } : undefined) }));
    const directory = await domain.values({ identity: { mode: 'windows' } });
    const openSecurityContext = async () => ({ ...completeContext, isComplete: false });
    const { lines } = await proveDirectory(parts({ openSecurityContext }), { directory });
    expect(lines).toContain('bind dc1 failed kerberosFailed');
    expect(lines).toContain('search skipped');
  });

  it('is made once whatever stage needs it, also when its stage is not asked for', async () => {
    for (const plan of [healthy(), healthy()]) await domain.add(plan);
    const wrong = { mode: 'password', ...reader, password: 'wrong', source: 'typed' } as const;
    const directory = await domain.values({ identity: wrong });
    for (const stages of [['search'], ['groups'], ['search', 'groups', 'trusts']] as const) {
      const before = bindsWithPassword(domain);
      const { outcome } = await proveDirectory(parts(), { directory, stages });
      expect(outcome).toBe('failed');
      expect(bindsWithPassword(domain) - before).toBe(1);
    }
  });

  it.each([
    ['breaks off', { hangUp: 'reset' }],
    ['is never answered', {}],
    ['is answered by garbage', { raw: Buffer.from('HTTP/1.1 400') }],
  ] as const)('that %s is not made again elsewhere: it may have counted', async (_, answer) => {
    const script: NonNullable<ScriptedControllerPlan['script']> = (request) =>
      request.kind === 'bind' && request.secure ? answer : undefined;
    for (const plan of [{ script }, { script }]) await domain.add(healthy(plan));
    const directory = await domain.values({ timeoutMs: 800 });
    for (const stages of [null, ['search', 'groups']] as const) {
      const before = bindsWithPassword(domain);
      const { outcome } = await proveDirectory(parts(), { directory, stages });
      expect(outcome).toBe('failed');
      expect(bindsWithPassword(domain) - before).toBe(1);
    }
  });

  it('is not made on a controller of another domain, also when its root is not asked for', async () => {
    await domain.add(healthy({ rootDse: { defaultNamingContext: ['DC=other,DC=test'] } }));
    const { lines } = await proveDirectory(parts(), {
      ...{ directory: await domain.values(), stages: ['bind', 'search'] },
    });
    expect(lines).toEqual(['bind dc1 failed controllerOfOtherDomain', 'search skipped']);
    expect(bindsWithPassword(domain)).toBe(0);
  });

  it('with the Windows identity says when Kerberos is not there', async () => {
    await domain.add(healthy());
    const directory = await domain.values({ identity: { mode: 'windows' } });
    const { lines } = await proveDirectory(parts(), { directory });
    expect(lines).toContain('bind dc1 failed kerberosModuleMissing');
  });

  it('that is refused for channel binding says so', async () => {
    await domain.add(
      healthy({ script: ({ kind }) => (kind === 'bind' ? bindRefusal('80090346', '80090346') : undefined) }),
    );
    const { lines, results } = await proveDirectory(parts(), { directory: await domain.values() });
    expect(lines).toContain('bind dc1 failed channelBindingRefused');
    expect(results.find(({ stage }) => stage === 'policy')?.evidence.facts.channelBinding).toBe('required');
  });
});

describe('a proof of one controller', () => {
  it('asks that one alone, of those that DNS names', async () => {
    for (const plan of [healthy(), healthy()]) await domain.add(plan);
    const { lines, outcome } = await proveDirectory(parts(), {
      ...{ directory: await domain.values(), controller: `DC2.${domainName}` },
    });
    expect(outcome).toBe('passed');
    expect(lines).toContain('bind dc2 passed');
    expect(lines.join()).not.toContain('dc1');
  });

  it.each<[string, Partial<ResolvedDirectory>]>([
    ['announced', {}],
    ['typed', { controllers: { source: 'typed', hosts: ['dc1.corp.example.test'] } }],
  ])('sends nothing to one that is not %s', async (_, changes) => {
    const server = await domain.add(healthy());
    const { lines } = await proveDirectory(parts(), {
      ...{ directory: await domain.values(changes), controller: 'my.host' },
    });
    expect(lines).toContain('locate failed controllerNotOfDomain');
    expect(lines).toContain('bind skipped');
    expect(server?.requests).toEqual([]);
  });
});
