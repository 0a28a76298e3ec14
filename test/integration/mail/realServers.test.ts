import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedSmtp } from '../../../electron/services/mail/resolvedProfile.ts';
import { labRecipients } from '../../lab/identities.ts';
import { type LabPortName, type MailLab, startMailLab } from '../../lab/mailLab.ts';
import { ensureMailServers } from '../../lab/mailServers.ts';
import { tls10Only } from '../../lab/faults/tlsFaults.ts';
import { failureOf, prove, seeProof, signIn, smtpValues } from './proofLab.ts';

const availability = await ensureMailServers();

describe.skipIf(!availability.available)('a proof against Postfix', () => {
  let lab: MailLab;
  beforeAll(async () => {
    lab = await startMailLab();
  });
  afterAll(() => lab.stop());

  const bob = () => signIn('bob', lab.users.bob.password);
  const at = (port: LabPortName, changes: Partial<ResolvedSmtp> = {}) =>
    smtpValues({
      ...{ port: lab.ports[port], trust: { mode: 'certificate', pem: lab.authority.pem } },
      ...changes,
    });
  const submission = (changes: Partial<ResolvedSmtp> = {}) =>
    at('submission', { encryption: 'starttls', authentication: bob(), ...changes });

  it('goes through STARTTLS and sign-in to the mailbox', async () => {
    const proof = await seeProof(submission());
    expect(proof.course).toEqual(
      ['resolve', 'connect', 'greet', 'secure', 'identify', 'authenticate', 'envelope', 'deliver'].map(
        (stage) => `${stage} passed`,
      ),
    );
    const messageId = String(proof.stages.deliver?.evidence.facts.messageId);
    const mail = await lab.mailbox('alice').waitFor({ name: 'Message-ID', value: messageId });
    expect(mail.headers('X-Relay-Console-Proof')).toHaveLength(1);
    expect(mail.headers('From')).toEqual(['Bob <bob@mail.example.test>']);
  });

  it('shows what each stage saw', async () => {
    const { stages } = await seeProof(submission());
    expect(stages.resolve?.evidence.facts).toMatchObject({
      host: 'localhost',
      addresses: expect.arrayContaining(['127.0.0.1']) as unknown,
    });
    expect(stages.connect?.evidence.facts).toMatchObject({ address: '127.0.0.1', localAddress: '127.0.0.1' });
    expect(stages.greet?.evidence).toMatchObject({
      replies: [{ command: null, code: 220, text: 'mail.example.test ESMTP Postfix' }],
      facts: { serverName: 'mail.example.test', software: 'Postfix' },
    });
    expect(stages.secure?.evidence).toMatchObject({
      certificates: [{ subject: 'CN=mail.example.test', issuer: 'CN=Lab Mail Root' }],
      facts: {
        ...{ encrypted: true, protocol: 'TLSv1.3', trustedBy: 'CN=Lab Mail Root', chainComplete: true },
        extensionsBeforeTls: expect.arrayContaining(['STARTTLS']) as unknown,
      },
    });
    expect(stages.identify?.evidence.facts).toMatchObject({
      ...{ sizeLimitBytes: 1_048_576, mechanisms: expect.arrayContaining(['PLAIN']) as unknown },
      clientName: '[127.0.0.1]',
    });
    expect(stages.authenticate?.evidence.facts).toMatchObject({
      mechanism: 'PLAIN',
      userName: 'bob',
      credentialSource: 'typed',
    });
    expect(stages.envelope?.evidence.replies.map(({ command, enhanced }) => [command, enhanced])).toEqual([
      ['MAIL FROM', '2.1.0'],
      ['RCPT TO', '2.1.5'],
    ]);
    expect(stages.deliver?.evidence.facts.queueId).toMatch(/^[0-9A-Za-z]+$/);
  });

  it('writes the whole dialogue down, without the password', async () => {
    const { transcript, events } = await seeProof(submission());
    const lines = transcript.map(({ direction, text }) => `${direction} ${text}`);
    expect(lines).toContain('client STARTTLS');
    expect(lines).toContain('client AUTH PLAIN ***');
    expect(lines).toContain('client RCPT TO:<alice@mail.example.test>');
    expect(lines.slice(-2)).toEqual(['client QUIT', 'server 221 2.0.0 Bye']);
    const text = JSON.stringify(events);
    expect(text).not.toContain(lab.users.bob.password);
    expect(text).not.toContain(Buffer.from('\0bob\0bob-pw').toString('base64'));
  });

  it('with TLS from the start secures before it is greeted', async () => {
    const proof = await seeProof(at('smtps', { encryption: 'tls', authentication: bob() }));
    expect(proof.course.slice(0, 4)).toEqual([
      'resolve passed',
      'connect passed',
      'secure passed',
      'greet passed',
    ]);
    expect(proof.outcome).toBe('passed');
  });

  it('stops before DATA when asked, and no mail comes', async () => {
    const proof = await seeProof(submission(), { until: 'envelope', recipient: lab.users.bob.address });
    expect(proof.outcome).toBe('passed');
    expect(proof.stages.envelope?.evidence.facts.stopped).toBe(true);
    expect(proof.stages.deliver?.status).toBe('skipped');
    expect(proof.transcript.map(({ text }) => text)).not.toContain('DATA');
    expect(lab.mailbox('bob').list()).toEqual([]);
  });

  it('through a relay without sign-in warns that encryption is offered and not used', async () => {
    const proof = await seeProof(at('relay'));
    expect(proof.outcome).toBe('passed');
    expect(proof.stages.identify?.finding).toMatchObject({
      ...{ code: 'encryptionNotUsed', severity: 'warning' },
      changes: [{ change: 'setConnection', encryption: 'starttls', port: lab.ports.relay }],
    });
  });

  it.each([
    ['expired', 'certificateExpired'],
    ['notYetValid', 'certificateNotYetValid'],
    ['otherName', 'certificateNameMismatch'],
    ['selfSigned', 'certificateSelfSigned'],
    ['leafOnly', 'certificateChainIncomplete'],
    ['weakKey', 'certificateKeyTooWeak'],
  ] as const)('refuses the certificate of %s, shows it, and sends nothing', async (port, code) => {
    const proof = await seeProof(at(port, { encryption: 'starttls', authentication: bob() }));
    expect(failureOf(proof)).toBe(`secure ${code}`);
    expect(proof.failed?.evidence.certificates[0]?.pem).toContain('BEGIN CERTIFICATE');
    expect(proof.transcript.filter(({ direction }) => direction === 'client').at(-1)?.text).toBe('STARTTLS');
  });

  it.each([
    ['expired', ['certificateExpired', 'certificateUnknownAuthority']],
    ['notYetValid', ['certificateNotYetValid', 'certificateUnknownAuthority']],
    ['otherName', ['certificateNameMismatch', 'certificateUnknownAuthority']],
    ['weakKey', ['certificateUnknownAuthority', 'certificateKeyTooWeak']],
  ] as const)('names every fault of %s, also those that another one hides', async (port, problems) => {
    const trust = { mode: 'system' } as const;
    const proof = await seeProof(at(port, { encryption: 'starttls', trust }));
    expect(proof.failed?.evidence.facts.tlsProblems).toEqual(problems);
  });

  it('offers the authority that the server sent, and trusting it solves the problem', async () => {
    const proof = await seeProof(submission({ trust: { mode: 'system' } }));
    expect(failureOf(proof)).toBe('secure certificateUnknownAuthority');
    const [change] = proof.failed?.finding?.changes ?? [];
    if (change?.change !== 'trustCertificate') throw new Error('No certificate was offered.');
    expect(change.subject).toBe('CN=Lab Mail Root');
    const again = await seeProof(submission({ trust: { mode: 'certificate', pem: change.pem } }));
    expect(again.outcome).toBe('passed');
  });

  it('offers a self-signed certificate, and trusting it solves the problem', async () => {
    const proof = await seeProof(at('selfSigned', { encryption: 'starttls', authentication: bob() }));
    const [change] = proof.failed?.finding?.changes ?? [];
    if (change?.change !== 'trustCertificate') throw new Error('No certificate was offered.');
    const trust = { mode: 'certificate', pem: change.pem } as const;
    const again = await seeProof(at('selfSigned', { encryption: 'starttls', authentication: bob(), trust }));
    expect(again.outcome).toBe('passed');
  });

  it('says that a port waits for TLS, and the suggested change solves it', async () => {
    const proof = await seeProof(at('smtps', { authentication: bob() }));
    expect(failureOf(proof)).toBe('greet plainOnTlsPort');
    expect(proof.failed?.finding?.changes).toEqual([
      { change: 'setConnection', encryption: 'tls', port: lab.ports.smtps },
    ]);
  });

  it('says that a port does not begin with TLS, and the suggested change solves it', async () => {
    const proof = await seeProof(submission({ encryption: 'tls' }));
    expect(failureOf(proof)).toBe('secure tlsOnPlainPort');
    expect(proof.failed?.finding?.changes).toEqual([
      { change: 'setConnection', encryption: 'starttls', port: lab.ports.submission },
    ]);
  });

  it('stops where STARTTLS is demanded and not offered', async () => {
    const proof = await seeProof(at('plainAuth', { encryption: 'starttls', authentication: bob() }));
    expect(failureOf(proof)).toBe('secure starttlsNotOffered');
    expect(proof.failed?.finding?.changes).toEqual([]);
  });

  it('sends no password in the clear only because encryption happened not to be offered', async () => {
    const proof = await seeProof(at('plainAuth', { encryption: 'starttlsIfOffered', authentication: bob() }));
    expect(proof.stages.secure?.finding?.code).toBe('encryptionNotOffered');
    expect(failureOf(proof)).toBe('authenticate passwordWouldTravelUnencrypted');
    expect(proof.transcript.some(({ text }) => text.startsWith('AUTH'))).toBe(false);
  });

  it('sends a password in the clear where exactly that was chosen, hidden where possible, and warns', async () => {
    const proof = await seeProof(at('plainAuth', { authentication: bob() }));
    expect(proof.outcome).toBe('passed');
    expect(proof.stages.authenticate).toMatchObject({
      evidence: { facts: { mechanism: 'CRAM-MD5', encrypted: false } },
      finding: { code: 'passwordWithoutEncryption', severity: 'warning' },
    });
  });

  it('signs in once with a wrong password, and offers to type it again', async () => {
    const proof = await seeProof(submission({ authentication: signIn('bob', 'not-his-password') }));
    expect(failureOf(proof)).toBe('authenticate wrongCredentials');
    expect(proof.failed?.finding?.changes).toEqual([{ change: 'typePassword' }]);
    expect(proof.failed?.evidence.replies).toMatchObject([
      { command: 'AUTH PLAIN', code: 535, enhanced: '5.7.8' },
    ]);
    expect(proof.transcript.filter(({ text }) => text.startsWith('AUTH'))).toHaveLength(1);
  });

  it('offers to sign in where the server demands it', async () => {
    const proof = await seeProof(submission({ authentication: { mode: 'none' } }));
    expect(proof.failed?.stage).toBe('envelope');
    expect(proof.failed?.finding?.changes).toEqual([{ change: 'setAuthentication', mode: 'password' }]);
  });

  it.each([
    [labRecipients.refused, 'envelope', true],
    [labRecipients.postponed, 'envelope', false],
    ['nobody@mail.example.test', 'envelope', true],
    ['somebody@elsewhere.example', 'envelope', true],
  ])('says why %s is not accepted', async (recipient, stage, permanent) => {
    const proof = await seeProof(at('relay'), { recipient });
    expect(proof.failed).toMatchObject({ stage, finding: { permanent, parameters: { recipient } } });
    expect(proof.failed?.evidence.replies.at(-1)?.command).toBe('RCPT TO');
    expect(proof.transcript.at(-2)?.text).toBe('QUIT');
  });

  it('knows a greylist, and passes when the server has learned', async () => {
    const first = await seeProof(at('greylist'));
    expect(failureOf(first)).toBe('envelope greylisted');
    expect(first.failed?.finding).toMatchObject({ who: 'wait', permanent: false });
    lab.greylist.release();
    expect((await seeProof(at('greylist'))).outcome).toBe('passed');
  });

  it('writes the message in the chosen language', async () => {
    const proof = await seeProof(at('relay'), { language: 'fr' });
    const value = String(proof.stages.deliver?.evidence.facts.messageId);
    const mail = await lab.mailbox('alice').waitFor({ name: 'Message-ID', value });
    expect(mail.headers('Content-Language')).toEqual(['fr']);
  });

  it('suggests no name of the certificate that does not lead to this server', async () => {
    const proof = await seeProof(at('otherName', { encryption: 'starttls' }));
    expect(proof.failed?.finding?.changes).toEqual([]);
  });

  it('knows the server by its address too', async () => {
    const proof = await seeProof(submission({ host: '127.0.0.1' }));
    expect(proof.outcome).toBe('passed');
    expect(proof.stages.resolve?.evidence.facts).toEqual({ host: '127.0.0.1', addresses: ['127.0.0.1'] });
  });

  it.each(['starttls', 'implicit'] as const)(
    'refuses a server that knows only TLS 1.0 (%s)',
    async (mode) => {
      const server = await tls10Only(
        { cert: lab.certificates.good.chain, key: lab.certificates.good.key },
        mode,
      );
      const encryption = mode === 'implicit' ? 'tls' : 'starttls';
      const proof = await seeProof(at('submission', { port: server.port, encryption }));
      expect(failureOf(proof)).toBe('secure tlsProtocolTooOld');
      expect(proof.failed?.evidence.facts.systemCode).toMatch(/^ERR_SSL_/);
      await server.close();
    },
  );

  it('closes at once when it is cancelled in the handshake and inside TLS', async () => {
    for (const stage of ['secure', 'identify', 'envelope'] as const) {
      const controller = new AbortController();
      const request = {
        profileId: null,
        values: submission(),
        recipient: lab.users.bob.address,
        until: 'deliver',
        language: 'en',
        by: 'anna',
      } as const;
      const outcomes: string[] = [];
      for await (const event of prove(request)(controller.signal)) {
        if (event.type === 'stageStarted' && event.stage === stage) controller.abort();
        if (event.type === 'finished') outcomes.push(event.outcome);
      }
      expect(outcomes).toEqual(['cancelled']);
    }
  });

  it('stands many proofs at once', async () => {
    const proofs = await Promise.all(Array.from({ length: 20 }, () => seeProof(submission())));
    expect(proofs.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 20 }, () => 'passed'));
  });

  it('fingerprints exactly the values', async () => {
    const fingerprint = async (values: ResolvedSmtp) =>
      (await seeProof(values, { until: 'envelope' })).events.at(-1);
    const one = await fingerprint(submission());
    const same = await fingerprint(submission({ name: 'another name' }));
    const other = await fingerprint(submission({ timeoutMs: 11_000 }));
    expect(one).toMatchObject({ fingerprint: same?.type === 'finished' ? same.fingerprint : '' });
    expect(other).not.toMatchObject({ fingerprint: one?.type === 'finished' ? one.fingerprint : '' });
  });
});
