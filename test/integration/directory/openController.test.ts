import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createControllerMemory } from '../../../electron/services/directory/connection/controllerMemory.ts';
import type { DirectoryService } from '../../../electron/services/directory/connection/directoryService.ts';
import { DirectoryObstacle } from '../../../electron/services/directory/connection/directoryObstacle.ts';
import { createControllerOpening } from '../../../electron/services/directory/connection/openController.ts';
import type { ResolvedDirectory } from '../../../electron/services/directory/resolvedDirectory.ts';
import { ScriptedDomain } from './scriptedDomain.ts';

const signal = new AbortController().signal;
const unforeseen: unknown[] = [];
let domain: ScriptedDomain;

beforeEach(() => {
  domain = new ScriptedDomain();
});

afterEach(async () => {
  await domain.close();
  expect(unforeseen.splice(0)).toEqual([]);
});

const opening = () =>
  createControllerOpening({
    ...domain.parts(),
    memory: createControllerMemory(),
    report: (_, error) => unforeseen.push(error),
  });

const bindsOf = (server: { requests: readonly { kind: string }[] } | null): number =>
  server?.requests.filter(({ kind }) => kind === 'bind').length ?? 0;

/** Code of the finding with which opening fails. */
const obstacle = async (
  rest: Partial<ResolvedDirectory> = {},
  service: DirectoryService = 'domain',
): Promise<string> => {
  const error: unknown = await opening()
    .openController(await domain.values(rest), signal, service)
    .then(
      () => null,
      (failure: unknown) => failure,
    );
  if (!(error instanceof DirectoryObstacle)) throw error;
  return error.finding.code;
};

describe('a controller for use', () => {
  it('is signed in on over LDAPS, and is left with a good-bye', async () => {
    const server = await domain.add({});
    const controller = await opening().openController(await domain.values(), signal);
    expect(controller).toMatchObject({ host: 'dc1.corp.example.test', isEncrypted: true });
    expect(controller.root.defaultNamingContext).toBe('DC=corp,DC=example,DC=test');
    await controller.unbind();
    expect(server?.requests.map(({ kind }) => kind)).toEqual(['search', 'bind', 'unbind']);
    expect(server?.requests.every((request) => !('secure' in request) || request.secure)).toBe(true);
  });

  it('is signed in on over StartTLS', async () => {
    const server = await domain.add({});
    const controller = await opening().openController(
      await domain.values({ encryption: 'starttls' }),
      signal,
    );
    controller.close();
    expect(server?.requests.map(({ kind }) => kind)).toEqual(['extended', 'search', 'bind']);
  });

  it.each(['dead', 'silent'] as const)(
    'is the next one when the first is %s, and later at once',
    async (plan) => {
      await domain.add(plan);
      await domain.add({});
      const { openController } = opening();
      const values = await domain.values({ timeoutMs: 1_000 });
      const first = await openController(values, signal);
      expect(first.host).toBe('dc2.corp.example.test');
      first.close();
      const again = await openController(values, AbortSignal.timeout(900));
      again.close();
      expect(again.host).toBe('dc2.corp.example.test');
    },
  );

  it('is the next one when the first hangs up, shows a wrong certificate, or speaks something else', async () => {
    await domain.add({ script: () => ({ hangUp: 'reset' }) });
    await domain.add({ certificate: 'otherName' });
    await domain.add({
      script: ({ kind }) => (kind === 'search' ? { raw: Buffer.from('HTTP/1.1 400') } : undefined),
    });
    await domain.add({});
    const controller = await opening().openController(await domain.values(), signal);
    controller.close();
    expect(controller.host).toBe('dc4.corp.example.test');
  });

  it('is not looked for elsewhere once it has refused the credentials', async () => {
    const first = await domain.add({});
    const second = await domain.add({});
    const wrong = { mode: 'password', userName: 'reader', password: 'wrong', source: 'typed' } as const;
    expect(await obstacle({ identity: wrong })).toBe('directoryCredentialsWrong');
    expect([bindsOf(first), bindsOf(second)]).toEqual([1, 0]);
    await expect.poll(() => first?.connections()).toBe(0);
  });

  it('is sent no password without encryption', async () => {
    const server = await domain.add({ demands: { signing: false } });
    const { openController, reachController } = opening();
    const values = await domain.values({ encryption: 'none' });
    const refused = openController(values, signal);
    await expect(refused).rejects.toMatchObject({ finding: { code: 'ldapEncryptionRequired' } });
    expect(bindsOf(server)).toBe(0);
    const reached = await reachController(values, signal);
    expect(reached.isEncrypted).toBe(false);
    reached.close();
  });

  it('is not signed in on with a ticket without encryption', async () => {
    const server = await domain.add({ demands: { signing: false } });
    expect(await obstacle({ encryption: 'none', identity: { mode: 'windows' } })).toBe(
      'ldapEncryptionRequired',
    );
    expect(server?.requests.some(({ kind }) => kind === 'saslBind')).toBe(false);
  });

  it('is none of another domain: the next one is asked', async () => {
    const other = await domain.add({ rootDse: { defaultNamingContext: ['DC=other,DC=test'] } });
    await domain.add({});
    const controller = await opening().openController(await domain.values(), signal);
    controller.close();
    expect(controller.host).toBe('dc2.corp.example.test');
    expect(bindsOf(other)).toBe(0);
  });

  it('that is out of order tells more than one that is switched off', async () => {
    await domain.add('dead');
    await domain.add({ certificate: 'expired' });
    await domain.add('dead');
    expect(await obstacle()).toBe('certificateExpired');
  });

  it('says why there is none, as a proof would', async () => {
    expect(await obstacle()).toBe('domainRecordsMissing');
    await domain.add('dead');
    expect(await obstacle()).toBe('controllerPortsClosed');
  });

  it.each([
    ['expired', 'certificateExpired'],
    ['otherName', 'certificateNameMismatch'],
    ['unknownAuthority', 'certificateUnknownAuthority'],
  ] as const)('is not spoken to when its certificate is %s', async (certificate, code) => {
    const server = await domain.add({ certificate });
    expect(await obstacle()).toBe(code);
    expect(server?.requests).toEqual([]);
  });

  it.each([
    ['of another domain with its own name', 'evil.test', 'hostOnly', 'controllerOutsideDomain'],
    ['beside the domain with its own name', 'ws17.other.test', 'hostOnly', 'controllerOutsideDomain'],
    ['of a domain that only ends alike', 'dc1.evilcorp.example.test', 'otherName', 'certificateNameMismatch'],
  ] as const)('that DNS names is not spoken to when it is %s', async (_, host, certificate, code) => {
    const server = await domain.add({ host, certificate });
    expect(await obstacle()).toBe(code);
    expect(server?.requests).toEqual([]);
  });

  it.each([
    ['lies elsewhere, with the name of the domain', { host: 'dc1.evil.test', certificate: 'domainOnly' }],
    ['lies below the domain, with its own name', { certificate: 'hostOnly' }],
    [
      'lies below the root of the forest, with its own name',
      { host: 'dc1.example.test', certificate: 'hostOnly' },
    ],
  ] as const)('that DNS names is one when it %s', async (_, plan) => {
    const server = await domain.add(plan);
    const controller = await opening().openController(await domain.values(), signal);
    controller.close();
    expect(bindsOf(server)).toBe(1);
  });

  it('is closed at once when it is not wanted any more', async () => {
    const asked = Promise.withResolvers<void>();
    const server = await domain.add({
      script: () => {
        asked.resolve();
        return {};
      },
    });
    const controller = new AbortController();
    const opened = opening().openController(await domain.values(), controller.signal);
    await asked.promise;
    controller.abort(new Error('enough'));
    await expect(opened).rejects.toThrow('enough');
    await expect.poll(() => server?.connections()).toBe(0);
  });

  it('is waited for once a bind was sent, which may count, and then closed', async () => {
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const server = await domain.add({
      script: async ({ kind }) => {
        if (kind !== 'bind') return undefined;
        asked.resolve();
        await answer.promise;
        return undefined;
      },
    });
    const controller = new AbortController();
    const opened = opening().openController(await domain.values(), controller.signal);
    await asked.promise;
    controller.abort(new Error('enough'));
    expect(server?.connections()).toBe(1);
    answer.resolve();
    await expect(opened).rejects.toThrow('enough');
    await expect.poll(() => server?.connections()).toBe(0);
  });
});

describe('a Global Catalog', () => {
  const open = async (rest: Partial<ResolvedDirectory> = {}): Promise<string> => {
    const controller = await opening().openController(await domain.values(rest), signal, 'globalCatalog');
    controller.close();
    return controller.host;
  };

  it('is one that DNS announces as such, and no other controller is asked (MS-ADTS 6.3.2.3)', async () => {
    const other = await domain.add({ isGlobalCatalog: false });
    await domain.add({});
    expect(await open()).toBe('dc2.corp.example.test');
    expect(other?.requests).toEqual([]);
  });

  it('that DNS announces nowhere is looked for nowhere', async () => {
    const server = await domain.add({ isGlobalCatalog: false });
    expect(await obstacle({}, 'globalCatalog')).toBe('serviceRecordsMissing');
    expect(server?.requests).toEqual([]);
  });

  it('may be any of the controllers that somebody typed', async () => {
    await domain.add({ isGlobalCatalog: false });
    const hosts = ['dc1.corp.example.test'];
    const controllers = { source: 'typed', hosts } as const;
    expect(await open({ controllers, dnsServers: ['192.0.2.53'] })).toBe(hosts[0]);
  });
});
