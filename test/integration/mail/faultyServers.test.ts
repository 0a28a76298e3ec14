import { afterEach, describe, expect, it } from 'vitest';
import type { ResolvedSmtp } from '../../../electron/services/mail/resolvedProfile.ts';
import { openFilteredPort } from '../../lab/faults/filteredPort.ts';
import type { LoopbackServer } from '../../lab/faults/loopbackServer.ts';
import {
  busyGreeting,
  eightBitGarbage,
  garbageAfterEhlo,
  garbageGreeting,
  hangsUpAt,
  hugeEhlo,
  noStartTlsNoAuth,
  refusingGreeting,
} from '../../lab/faults/replyFaults.ts';
import { scriptedSmtp, type ScriptedSmtpOptions } from '../../lab/faults/scriptedSmtp.ts';
import { closesAtOnce, endlessLine, silentServer, slowDrip } from '../../lab/faults/silentFaults.ts';
import { ehloAnswer, type SmtpScript } from '../../lab/faults/smtpScript.ts';
import { garbageInsteadOfTls, silentAfterStartTls, startTlsRefused } from '../../lab/faults/tlsFaults.ts';
import { failureOf, password, seeProof, signIn, smtpValues } from './proofLab.ts';

const running: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const started = async <Server extends LoopbackServer>(server: Promise<Server>): Promise<Server> => {
  const up = await server;
  running.push(up);
  return up;
};

const scripted = (script: SmtpScript = {}, options: ScriptedSmtpOptions = {}) =>
  started(scriptedSmtp(script, options));

const to = ({ port }: { port: number }, changes: Partial<ResolvedSmtp> = {}) =>
  smtpValues({ host: '127.0.0.1', port, timeoutMs: 1_000, ...changes });

/** Resolves when the server has no connection left; the test's time limit is the only other end. */
const allClosed = async (server: LoopbackServer): Promise<void> => {
  while (server.connections() > 0) await new Promise(setImmediate);
};

describe('a server that is no good', () => {
  const starttls = { encryption: 'starttls' } as const;
  it.each([
    ['greets with garbage', garbageGreeting, {}, 'greet greetingNotSmtp'],
    ['refuses service', refusingGreeting, {}, 'greet clientHostRejected'],
    ['is busy', busyGreeting, {}, 'greet serverBusy'],
    ['says nothing', silentServer, {}, 'greet greetingNeverCame'],
    ['hangs up at once', closesAtOnce, {}, 'greet connectionClosedBeforeGreeting'],
    ['resets at once', () => closesAtOnce('reset'), {}, /^(connect|greet) connectionClosedBeforeGreeting$/],
    ['greets byte by byte without end', slowDrip, {}, 'greet greetingNeverCame'],
    ['greets with an endless line', endlessLine, {}, 'greet greetingNotSmtp'],
    ['talks garbage after EHLO', garbageAfterEhlo, {}, 'identify replyNotSmtp'],
    ['offers far too much', hugeEhlo, {}, 'identify replyNotSmtp'],
    ['hangs up at EHLO', () => hangsUpAt('EHLO'), {}, 'identify connectionClosedByServer'],
    ['hangs up at MAIL', () => hangsUpAt('MAIL'), {}, 'envelope connectionClosedByServer'],
    ['resets at RCPT', () => hangsUpAt('RCPT', 'reset'), {}, 'envelope connectionResetByServer'],
    ['hangs up in the message', () => hangsUpAt('.'), {}, 'deliver connectionClosedByServer'],
    ['refuses STARTTLS', startTlsRefused, starttls, 'secure starttlsRefused'],
    ['talks garbage instead of TLS', garbageInsteadOfTls, starttls, 'secure tlsHandshakeFailed'],
    ['is silent after STARTTLS', silentAfterStartTls, starttls, 'secure tlsHandshakeTimedOut'],
    ['hangs up at STARTTLS', () => hangsUpAt('STARTTLS'), starttls, 'secure starttlsNotOffered'],
    ['hangs up in the handshake', closesAtOnce, { encryption: 'tls' }, 'secure tlsClosedByServer'],
    ['is silent in the handshake', silentServer, { encryption: 'tls' }, 'secure tlsHandshakeTimedOut'],
  ] as const)('%s', async (_, start, changes, expected) => {
    const server = await started<LoopbackServer>(start());
    const proof = await seeProof(to(server, changes));
    expect(failureOf(proof)).toMatch(expected);
    expect(proof.outcome).toBe('failed');
    await allClosed(server);
  });
});

describe('a server that cannot be reached', () => {
  it('has a closed port', async () => {
    const server = await scripted();
    await server.close();
    const proof = await seeProof(to(server));
    expect(failureOf(proof)).toBe('connect connectionRefused');
    expect(proof.failed?.evidence.facts.failedAddresses).toEqual(['127.0.0.1: ECONNREFUSED']);
  });

  it('has no address', async () => {
    const proof = await seeProof(smtpValues({ host: 'no-such-host.invalid' }));
    expect(proof.failed?.stage).toBe('resolve');
    expect(['hostNotFound', 'nameResolutionFailed', 'dnsUnreachable']).toContain(proof.failed?.finding?.code);
  });

  it('lies behind a firewall that drops connections', async ({ skip }) => {
    const filtered = await openFilteredPort();
    if (!filtered.available) return skip(filtered.reason);
    const proof = await seeProof(to(filtered));
    expect(failureOf(proof)).toBe('connect connectionTimedOut');
    await filtered.close();
  });
});

describe('encryption', () => {
  it('that lets something slip in before the handshake is refused', async () => {
    const server = await scripted({
      EHLO: ehloAnswer(['starttls.example.test', 'STARTTLS', 'AUTH PLAIN']),
      STARTTLS: '220 2.0.0 Ready\n250 injected.example.test',
    });
    const proof = await seeProof(to(server, { encryption: 'starttls', authentication: signIn('alice') }));
    expect(failureOf(proof)).toBe('secure starttlsInjection');
    expect(server.received.at(-1)).toBe('STARTTLS');
  });

  it('that somebody takes out of the offer does not cost the password', async () => {
    const server = await scripted({
      EHLO: ehloAnswer(['mail.example.test', 'XXXXXXXA', 'AUTH PLAIN LOGIN']),
    });
    const tried = (encryption: ResolvedSmtp['encryption']) =>
      seeProof(to(server, { encryption, authentication: signIn('alice') }));
    expect(failureOf(await tried('starttls'))).toBe('secure starttlsHidden');
    expect(failureOf(await tried('starttlsIfOffered'))).toBe('authenticate passwordWouldTravelUnencrypted');
    expect(server.received.join('\n')).not.toContain('AUTH');
  });
});

describe('signing in', () => {
  it('is not skipped silently where it is not offered', async () => {
    const server = await started(noStartTlsNoAuth());
    const proof = await seeProof(to(server, { authentication: signIn('alice') }));
    expect(failureOf(proof)).toBe('authenticate authenticationNotOffered');
    expect(proof.failed?.finding?.changes).toEqual([{ change: 'setAuthentication', mode: 'none' }]);
    expect(server.received.join('\n')).not.toContain('MAIL');
  });

  it('needs a mechanism that both sides speak', async () => {
    const server = await scripted({}, { mechanisms: ['GSSAPI', 'NTLM'] });
    const proof = await seeProof(to(server, { authentication: signIn('alice') }));
    expect(failureOf(proof)).toBe('authenticate noCommonMechanism');
    expect(proof.failed?.finding?.parameters).toMatchObject({ mechanisms: 'GSSAPI, NTLM' });
  });

  it.each([
    [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      'exchangeOnlineSmtpAuthDisabledTenant',
    ],
    ['534 5.7.9 Application-specific password required.', 'googleAppPasswordRequired'],
    ['454 4.7.0 Temporary authentication failure', 'authenticationTemporaryFailure'],
    ['535 5.7.8 Error: authentication failed', 'wrongCredentials'],
  ])('is refused with %j', async (reply, code) => {
    const server = await scripted({ AUTH: reply });
    const proof = await seeProof(to(server, { authentication: signIn('alice') }));
    expect(failureOf(proof)).toBe(`authenticate ${code}`);
    expect(server.received.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  it.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('with %s leaves no trace of the password', async (mechanism) => {
    const echo = ({ line }: { line: string }) => `535 5.7.8 wrong: ${line} ${password}`;
    const server = await scripted({ AUTH: echo }, { mechanisms: [mechanism] });
    const proof = await seeProof(to(server, { authentication: signIn('alice') }));
    const text = JSON.stringify(proof.events);
    const plain = Buffer.from(`\0alice\0${password}`).toString('base64');
    for (const trace of [password, Buffer.from(password).toString('base64'), plain])
      expect(text).not.toContain(trace);
    expect(proof.failed?.evidence.replies.at(-1)?.text).toContain('wrong');
  });
});

describe('the envelope', () => {
  it('checks the size before anything is sent', async () => {
    const server = await scripted({ EHLO: ehloAnswer(['small.example.test', 'SIZE 100']) });
    const proof = await seeProof(to(server));
    expect(failureOf(proof)).toBe('envelope messageTooBig');
    expect(proof.failed?.finding?.parameters).toMatchObject({ limit: '100' });
    expect(server.received.join('\n')).not.toContain('MAIL');
  });

  it('says an address that is no ASCII only to a server that knows it', async () => {
    const from = { address: 'jörg@mail.example.test', displayName: '' };
    const old = await scripted();
    expect(failureOf(await seeProof(to(old, { from })))).toBe('envelope smtpUtf8NotOffered');
    const modern = await scripted({ EHLO: ehloAnswer(['modern.example.test', 'SMTPUTF8', '8BITMIME']) });
    expect((await seeProof(to(modern, { from }))).outcome).toBe('passed');
    expect(modern.received.some((line) => line.endsWith(' BODY=8BITMIME SMTPUTF8'))).toBe(true);
  });

  it.each([
    [
      'MAIL',
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      /^(sendAsDenied|senderNotOwned)$/,
    ],
    ['MAIL', '530 5.7.57 Client not authenticated to send mail.', /^authenticationRequired$/],
    ['MAIL', '530 5.7.0 Must issue a STARTTLS command first', /^starttlsRequired$/],
    ['RCPT', '550 5.7.1 Unable to relay', /^relayingDenied$/],
    ['RCPT', '452 4.2.2 Mailbox full', /^mailboxFull$/],
    ['DATA', '552 5.3.4 Message too big', /^messageTooBig$/],
    ['.', '554 5.7.1 Message rejected as spam', /^spamRefused$/],
    ['.', '250 2.0.0 Ok', /^undefined$/],
  ] as const)('after %s %j', async (moment, reply, code) => {
    const server = await scripted({ [moment]: reply });
    const proof = await seeProof(to(server));
    expect(String(proof.failed?.finding?.code)).toMatch(code);
    expect(server.received.at(-1)).toBe('QUIT');
  });

  it('offers the signed-in address as sender where another one is not allowed', async () => {
    const server = await scripted({
      MAIL: '550 5.7.60 Client does not have permissions to send as this sender',
    });
    const proof = await seeProof(to(server, { authentication: signIn('alice@mail.example.test') }));
    expect(proof.failed?.finding?.changes).toEqual([
      { change: 'setSender', address: 'alice@mail.example.test' },
    ]);
  });
});

describe('an old or odd server', () => {
  it('that knows HELO only still takes mail', async () => {
    const server = await scripted({ EHLO: '502 5.5.1 Command not implemented' });
    const proof = await seeProof(to(server));
    expect(proof.outcome).toBe('passed');
    expect(server.received.slice(0, 2)).toEqual(['EHLO [127.0.0.1]', 'HELO [127.0.0.1]']);
  });

  it('that writes bytes which are no text is still read', async () => {
    const proof = await seeProof(to(await started(eightBitGarbage())));
    expect(proof.outcome).toBe('passed');
    expect(proof.stages.greet?.evidence.replies[0]?.code).toBe(220);
  });

  it('that greets late is waited for', async () => {
    const GREETING = async () => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return '220 late.example.test ESMTP';
    };
    expect((await seeProof(to(await scripted({ GREETING })))).outcome).toBe('passed');
  });

  it('that never answers QUIT holds nobody', async () => {
    const server = await scripted({ QUIT: {} });
    expect((await seeProof(to(server))).outcome).toBe('passed');
    await allClosed(server);
  });
});

describe('cancelling', () => {
  it.each(['GREETING', 'EHLO', 'MAIL', 'DATA', '.'] as const)('at %s closes at once', async (moment) => {
    const controller = new AbortController();
    const server = await scripted({
      [moment]: () => {
        controller.abort();
        return new Promise<never>(() => undefined);
      },
    });
    const proof = await seeProof(to(server, { timeoutMs: 60_000 }), { signal: controller.signal });
    expect(proof.outcome).toBe('cancelled');
    expect(proof.course.at(-1)).toMatch(/ cancelled$/);
    await allClosed(server);
    expect(server.received).not.toContain('QUIT');
  });
});

describe('what is found', () => {
  const credentials = { encryption: 'none', authentication: signIn('alice', 'locked') } as const;

  it('does not depend on the password, also where the reply has it as a word', async () => {
    const answers = { AUTH: '535 5.7.3 account locked' };
    const found = async (secret: string) => {
      const server = await scripted(answers, { mechanisms: ['PLAIN'] });
      return failureOf(
        await seeProof(to(server, { ...credentials, authentication: signIn('alice', secret) })),
      );
    };
    expect(await found('locked')).toEqual(await found('another-word'));
  });

  it('names a reply out of turn as no SMTP', async () => {
    const proof = await seeProof(to(await scripted({ DATA: '250 2.0.0 Ok' })));
    expect(failureOf(proof)).toBe('deliver replyNotSmtp');
  });

  it('offers no change that changes nothing', async () => {
    const server = await started(garbageInsteadOfTls());
    const { failed } = await seeProof(to(server, { encryption: 'starttls' }));
    expect(failed?.finding?.changes).toEqual([]);
  });
});
