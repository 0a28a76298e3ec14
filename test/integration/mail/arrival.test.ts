import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedArrival } from '../../../electron/services/mail/resolvedProfile.ts';
import { type MailLab, startMailLab } from '../../lab/mailLab.ts';
import { ensureMailServers } from '../../lab/mailServers.ts';
import { listenOnLoopback } from '../../lab/faults/loopbackServer.ts';
import { scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import { failureOf, seeProof, smtpValues } from './proofLab.ts';

const availability = await ensureMailServers();

describe.skipIf(!availability.available)('the arrival of the message', () => {
  let lab: MailLab;
  beforeAll(async () => {
    lab = await startMailLab();
  });
  afterAll(() => lab.stop());

  const mismatches = () =>
    lab.logs.dovecot.lines().filter((line) => line.includes('Password mismatch')).length;
  const trust = () => ({ mode: 'certificate', pem: lab.authority.pem }) as const;
  const mailbox = ({
    password = lab.users.alice.password,
    ...changes
  }: Partial<ResolvedArrival> & { password?: string }): ResolvedArrival => ({
    ...{ protocol: 'imap', host: lab.host, port: lab.ports.imaps, encryption: 'tls', trust: trust() },
    authentication: {
      ...{ mode: 'password', mechanism: null, source: 'typed' },
      ...{ userName: 'alice', password },
    },
    ...changes,
  });
  const relay = (changes: Parameters<typeof mailbox>[0] = {}, timeoutMs = 10_000) =>
    smtpValues({ port: lab.ports.relay, timeoutMs, arrival: mailbox(changes) });
  const arrive = (changes: Parameters<typeof mailbox>[0] = {}, timeoutMs?: number) =>
    seeProof(relay(changes, timeoutMs), { until: 'arrive' });

  it.each([
    ['imap', 'tls', 'imaps'],
    ['imap', 'starttls', 'imap'],
    ['pop3', 'tls', 'pop3s'],
    ['pop3', 'starttls', 'pop3'],
  ] as const)('is seen over %s with %s', async (protocol, encryption, port) => {
    const proof = await arrive({ protocol, encryption, port: lab.ports[port] });
    expect(proof.failed).toBeUndefined();
    expect(proof.course.at(-1)).toBe('arrive passed');
    expect(proof.stages.arrive?.evidence.facts).toMatchObject({
      ...{ mailbox: 'INBOX', mailboxProtocol: protocol.toUpperCase(), userName: 'alice' },
      messageId: proof.stages.deliver?.evidence.facts.messageId,
    });
    expect(JSON.stringify(proof.events)).not.toContain(lab.users.alice.password);
  });

  it('is looked for only when asked', async () => {
    const proof = await seeProof(relay());
    expect(proof.stages.arrive?.status).toBe('skipped');
  });

  it.each([
    ['imap', 'imaps'],
    ['pop3', 'pop3s'],
  ] as const)('needs a sign-in over %s, which is tried once', async (protocol, port) => {
    const before = mismatches();
    const proof = await arrive({ protocol, port: lab.ports[port], password: 'not-her-password' });
    expect(failureOf(proof)).toBe('arrive mailboxSignInRefused');
    expect(proof.failed?.finding?.parameters).toMatchObject({
      port: String(lab.ports[port]),
      userName: 'alice',
    });
    expect(mismatches() - before).toBeLessThanOrEqual(1);
  });

  it.each([
    ['imap', 'imaps'],
    ['pop3', 'pop3s'],
  ] as const)('is not looked for over %s on a server that nobody trusts', async (protocol, port) => {
    const proof = await arrive({ protocol, port: lab.ports[port], trust: { mode: 'system' } });
    expect(failureOf(proof)).toBe('arrive certificateUnknownAuthority');
  });

  it('does not come when the message went to somebody else', async () => {
    const proof = await seeProof(relay({}, 1_000), { until: 'arrive', recipient: lab.users.bob.address });
    expect(failureOf(proof)).toBe('arrive messageNotArrived');
  });

  it.each(['imap', 'pop3'] as const)('is not claimed to be missing when %s is silent', async (protocol) => {
    const silent = await listenOnLoopback(() => undefined);
    const proof = await arrive(
      { protocol, encryption: 'starttls', host: '127.0.0.1', port: silent.port },
      1_000,
    );
    expect(failureOf(proof)).toBe('arrive replyTimedOut');
    await silent.close();
  });

  it.each(['imap', 'pop3'] as const)(
    'is not looked for in the clear where %s offers no encryption',
    async (protocol) => {
      const greeting = protocol === 'imap' ? '* OK [CAPABILITY IMAP4rev1] ready\r\n' : '+OK ready\r\n';
      const received: string[] = [];
      const server = await listenOnLoopback((socket) => {
        socket.write(greeting);
        socket.on('data', (chunk) => {
          received.push(chunk.toString());
          const tag = chunk.toString().split(' ')[0] ?? '';
          socket.write(
            protocol === 'imap' ? `* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n` : '-ERR unknown command\r\n',
          );
        });
      });
      const proof = await arrive(
        { protocol, encryption: 'starttls', host: '127.0.0.1', port: server.port },
        2_000,
      );
      expect(proof.failed?.stage).toBe('arrive');
      expect(received.join('')).not.toMatch(/LOGIN|AUTHENTICATE|USER|PASS/);
      await server.close();
    },
  );

  it('survives a mailbox server that talks nonsense', async () => {
    const relayServer = await scriptedSmtp();
    for (const protocol of ['imap', 'pop3'] as const) {
      const server = await listenOnLoopback((socket) => {
        socket.on('data', () => socket.write(Buffer.from([0, 255, 13, 10, 42])));
        socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
      });
      const arrival = mailbox({ protocol, encryption: 'starttls', host: '127.0.0.1', port: server.port });
      const proof = await seeProof(smtpValues({ port: relayServer.port, timeoutMs: 1_000, arrival }), {
        until: 'arrive',
      });
      expect(proof.failed?.stage).toBe('arrive');
      await server.close();
    }
    await relayServer.close();
  });

  it('is refused as a question when there is no mailbox', async () => {
    await expect(seeProof(smtpValues({}), { until: 'arrive' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});
