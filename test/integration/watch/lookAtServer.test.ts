import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import {
  createServerLook,
  type ServerSpeech,
  type WatchedServer,
} from '../../../electron/services/watch/lookAtServer.ts';
import { namedInDirectory, watchedControllers } from '../../../electron/services/watch/watchedControllers.ts';
import { scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import { silentAfterStartTls, startTlsRefused } from '../../lab/faults/tlsFaults.ts';
import { type LabPortName, type MailLab, startMailLab } from '../../lab/mailLab.ts';
import { ensureMailServers } from '../../lab/mailServers.ts';
import { ScriptedDomain } from '../directory/scriptedDomain.ts';

const never = new AbortController().signal;
const unforeseen: unknown[] = [];
const log = { error: (_event: string, fields: object) => void unforeseen.push(fields) };
afterEach(() => {
  expect(unforeseen.splice(0)).toEqual([]);
});

const look = createServerLook({
  ...{ trustStore: createTrustStore(() => []), machineName: 'console.corp.example', openSocket, log },
  findProxy: async () => ({ proxy: null, ignored: [] }),
});

const serverOf = (speech: ServerSpeech, limitMs = 10_000): WatchedServer => ({
  ...{ key: 'relay', kind: 'relay', name: 'relay', profiles: [], trust: { mode: 'system' } },
  ...{ speech, limitMs },
});
const smtp = (
  port: number,
  encryption: 'none' | 'starttls' | 'starttlsIfOffered' | 'tls',
  limitMs?: number,
) => serverOf({ protocol: 'smtp', host: 'localhost', port, encryption, clientName: null }, limitMs);

const lifeIn = (pem: string) => {
  const { validFromDate, validToDate } = new X509Certificate(pem);
  return { validFrom: validFromDate.getTime(), validTo: validToDate.getTime() };
};

const availability = await ensureMailServers();

describe.skipIf(!availability.available)('a look at Postfix and Dovecot', () => {
  let lab: MailLab;
  beforeAll(async () => {
    lab = await startMailLab();
  });
  afterAll(() => lab.stop());

  const shown = (name: 'good' | 'expired') => ({
    answers: true,
    certificate: lifeIn(lab.certificates[name].chain),
  });

  it.each([
    ['starttls', 'submission'],
    ['starttlsIfOffered', 'submission'],
    ['tls', 'smtps'],
  ] as const)('reads the certificate of a relay with %s', async (encryption, port) => {
    expect(await look(smtp(lab.ports[port], encryption), never)).toEqual(shown('good'));
  });

  it('reads a certificate that has expired and that nobody trusts', async () => {
    expect(await look(smtp(lab.ports.expired, 'starttls'), never)).toEqual(shown('expired'));
  });

  it('is content with a relay that is to be spoken to in the clear', async () => {
    expect(await look(smtp(lab.ports.relay, 'none'), never)).toEqual({ answers: true, certificate: null });
  });

  it.each([
    ['imap', 'tls', 'imaps'],
    ['imap', 'starttls', 'imap'],
    ['pop3', 'tls', 'pop3s'],
    ['pop3', 'starttls', 'pop3'],
  ] as const)('reads the certificate of %s with %s', async (protocol, encryption, port: LabPortName) => {
    const speech = { protocol, encryption, host: 'localhost', port: lab.ports[port] };
    expect(await look(serverOf(speech), never)).toEqual(shown('good'));
  });

  it('signs in nowhere', () => {
    expect(lab.logs.dovecot.lines().filter((line) => /auth.*(Login|password)/i.test(line))).toEqual([]);
    expect(lab.logs.postfix.lines().filter((line) => line.includes('sasl_username'))).toEqual([]);
  });
});

describe('a server that does not answer as it should', () => {
  type Server = { port: number; close: () => Promise<void> };
  const nobody = async (): Promise<Server> => ({ port: 1, close: async () => undefined });

  it.each<[what: string, start: () => Promise<Server>, finding: string]>([
    ['has gone', nobody, 'connectionRefused'],
    ['refuses STARTTLS', startTlsRefused, 'starttlsRefused'],
    ['offers no STARTTLS', () => scriptedSmtp({}), 'starttlsNotOffered'],
    ['is not there for us', () => scriptedSmtp({ GREETING: '554 5.7.1 Go away' }), 'serverRefusesClient'],
    ['says nothing more', silentAfterStartTls, 'connectionTimedOut'],
  ])('it %s', async (_what, start, finding) => {
    const server = await start();
    expect(await look(smtp(server.port, 'starttls', 1_500), never)).toEqual({ answers: false, finding });
    await server.close();
  });

  it('is given up when whoever waits leaves', async () => {
    const server = await silentAfterStartTls();
    const left = new AbortController();
    const looking = look(smtp(server.port, 'starttls'), left.signal);
    left.abort(new Error('left'));
    await expect(looking).rejects.toThrow('left');
    await server.close();
  });
});

describe('the controllers of a domain', () => {
  let domain: ScriptedDomain;
  beforeEach(() => {
    domain = new ScriptedDomain();
  });
  afterEach(async () => {
    await domain.close();
  });

  const lookAtAll = async (encryption: 'ldaps' | 'starttls') => {
    const values = await domain.values({ encryption });
    const identity = { mode: 'windows' } as const;
    const found = await watchedControllers({ ...values, identity }, domain.parts(), never);
    const lookAt = createServerLook({
      ...domain.parts(),
      findProxy: async () => ({ proxy: null, ignored: [] }),
      log,
    });
    const seen = await Promise.all(
      found.controllers.map(async (server) => ({ name: server.name, seen: await lookAt(server, never) })),
    );
    return { domain: found.domain, seen };
  };

  it('are those that the settings name where they were typed, however they are spelled', async () => {
    await domain.add('dead');
    const values = {
      ...(await domain.values({ dnsServers: ['192.0.2.53'] })),
      identity: { mode: 'windows' } as const,
      controllers: { source: 'typed' as const, hosts: ['DC1.corp.example.test.'] },
    };
    const found = await watchedControllers(values, domain.parts(), never);
    expect(found.domain).toBeNull();
    expect(found.controllers).toMatchObject([{ speech: { addresses: ['192.0.2.1'] } }]);
    expect(found.controllers.map(({ key }) => key)).toEqual(namedInDirectory(values).map(({ key }) => key));
  });

  it('are all looked at where one that was typed cannot be found in time', async () => {
    await domain.add('dead');
    const values = {
      ...(await domain.values({ dnsServers: ['192.0.2.53'] })),
      identity: { mode: 'windows' } as const,
      controllers: {
        source: 'typed' as const,
        hosts: ['slow.corp.example.test', 'dc1.corp.example.test', '192.0.2.9'],
      },
    };
    const resolver = domain.parts().createResolver([]);
    const isSlow = Promise.withResolvers<never>();
    const createResolver = () => ({
      ...resolver,
      resolve4: (name: string) => (name.startsWith('slow') ? isSlow.promise : resolver.resolve4(name)),
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const finding = watchedControllers(values, domain.parts({ createResolver }), never);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    const found = await finding;
    expect(found.domain).toBeNull();
    expect(found.controllers).toMatchObject([
      { name: 'slow.corp.example.test:636', speech: { addresses: [] } },
      { name: 'dc1.corp.example.test:636', speech: { addresses: ['192.0.2.1'] } },
      { name: '192.0.2.9:636', speech: { addresses: ['192.0.2.9'] } },
    ]);
  });

  it.each(['ldaps', 'starttls'] as const)(
    'are found in DNS and show their certificates by %s',
    async (encryption) => {
      const controller = await domain.add({});
      await domain.add('dead');
      const port = encryption === 'ldaps' ? 636 : 389;
      const { domain: named, seen } = await lookAtAll(encryption);
      expect(named).toMatchObject({ server: { name: 'corp.example.test' }, seen: { answers: true } });
      expect(seen).toEqual([
        {
          name: `dc1.corp.example.test:${port}`,
          seen: {
            answers: true,
            certificate: { validFrom: expect.any(Number) as unknown, validTo: expect.any(Number) as unknown },
          },
        },
        { name: `dc2.corp.example.test:${port}`, seen: { answers: false, finding: 'connectionRefused' } },
      ]);
      expect(controller?.requests.filter(({ kind }) => kind === 'bind')).toEqual([]);
    },
  );

  it('that DNS does not name are a silent domain', async () => {
    const { domain: named, seen } = await lookAtAll('ldaps');
    expect(named?.seen).toEqual({ answers: false, finding: 'domainRecordsMissing' });
    expect(seen).toEqual([]);
  });
});
