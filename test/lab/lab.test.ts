import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labRecipients } from './identities.ts';
import { findLabProcesses } from './labProcesses.ts';
import { type LineClient, openLineClient } from './lineClient.ts';
import { type LabPortName, type MailLab, startMailLab } from './mailLab.ts';
import { ensureMailServers } from './mailServers.ts';
import { runCommand } from './runCommand.ts';

const availability = await ensureMailServers();

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const opened = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'close').then(() => false),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return opened;
}

function plainCredentials(user: string, password: string): string {
  return Buffer.from(`\0${user}\0${password}`).toString('base64');
}

describe.skipIf(!availability.available)('mail lab', () => {
  let lab: MailLab;
  let neighbour: MailLab;

  beforeAll(async () => {
    [lab, neighbour] = await Promise.all([startMailLab(), startMailLab()]);
  }, 120_000);

  afterAll(async () => {
    await Promise.all([lab.stop(), neighbour.stop()]);
  });

  async function greet(name: LabPortName): Promise<LineClient> {
    const client = await openLineClient(lab.ports[name]);
    await client.readReply();
    return client;
  }

  async function secureBySmtp(
    name: LabPortName,
  ): Promise<{ client: LineClient; authorizationError: unknown }> {
    const client = await greet(name);
    await client.ask('EHLO test.example');
    await client.ask('STARTTLS');
    const socket = await client.secure({ ca: lab.authority.pem, ciphers: 'DEFAULT@SECLEVEL=0' });
    return { client, authorizationError: socket.authorizationError };
  }

  it('gives two labs different ports, folders and processes', () => {
    const ports = [...Object.values(lab.ports), ...Object.values(neighbour.ports)];
    expect(new Set(ports).size).toBe(ports.length);
    expect(lab.directory).not.toBe(neighbour.directory);
    expect(findLabProcesses(lab.directory)).toEqual(expect.arrayContaining([...lab.processIds]));
    expect(findLabProcesses(lab.directory)).not.toEqual(expect.arrayContaining([...neighbour.processIds]));
  });

  it('demands STARTTLS on submission and then offers to sign in', async () => {
    const plain = await greet('submission');
    expect(await plain.ask('EHLO test.example')).not.toContain('AUTH');
    expect(await plain.ask('MAIL FROM:<a@example.test>')).toMatch(/^530 5\.7\.0/);
    plain.close();

    const { client, authorizationError } = await secureBySmtp('submission');
    expect(authorizationError).toBeFalsy();
    expect(await client.ask('EHLO test.example')).toMatch(/^250-AUTH PLAIN LOGIN CRAM-MD5$/m);
    expect(await client.ask(`AUTH PLAIN ${plainCredentials('alice', 'wrong')}`)).toMatch(/^535 5\.7\.8/);
    expect(await client.ask(`AUTH PLAIN ${plainCredentials('alice', 'alice-pw')}`)).toMatch(/^235/);
    client.close();
  });

  it.each([
    ['smtps', /^220 mail\.example\.test ESMTP/],
    ['imaps', /^\* OK .*AUTH=CRAM-MD5/],
    ['pop3s', /^\+OK Dovecot/],
  ] as const)('speaks TLS from the start on %s', async (name, greeting) => {
    const client = await openLineClient(lab.ports[name]);
    const socket = await client.secure({ ca: lab.authority.pem });
    expect(socket.authorizationError).toBeFalsy();
    expect(await client.readLine()).toMatch(greeting);
    client.close();
  });

  it.each([
    ['imap', /^\* OK .*STARTTLS/],
    ['pop3', /^\+OK Dovecot/],
  ] as const)('greets in the clear on %s', async (name, greeting) => {
    const client = await openLineClient(lab.ports[name]);
    expect(await client.readLine()).toMatch(greeting);
    client.close();
  });

  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['notYetValid', 'CERT_NOT_YET_VALID'],
    ['otherName', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['leafOnly', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('shows the fault of the certificate on %s', async (name, code) => {
    const { client, authorizationError } = await secureBySmtp(name);
    expect(authorizationError).toBe(code);
    client.close();
  });

  it('shows a key of 1024 bits, which OpenSSL refuses by default', async () => {
    const client = await greet('weakKey');
    await client.ask('EHLO test.example');
    await client.ask('STARTTLS');
    const socket = await client.secure({ ca: lab.authority.pem, ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(socket.getPeerCertificate().bits).toBe(1024);
    client.close();
    await expect(
      createTransport({ host: lab.host, port: lab.ports.weakKey, tls: { ca: lab.authority.pem } }).verify(),
    ).rejects.toMatchObject({ code: expect.stringMatching(/ESOCKET|ETLS/) as string });
  });

  it('lets people sign in without TLS on plainAuth', async () => {
    const client = await greet('plainAuth');
    const capabilities = await client.ask('EHLO test.example');
    expect(capabilities).toContain('AUTH PLAIN');
    expect(capabilities).not.toContain('STARTTLS');
    expect(await client.ask(`AUTH PLAIN ${plainCredentials('bob', 'bob-pw')}`)).toMatch(/^235/);
    client.close();
  });

  it('delivers through relay into the mailbox, and IMAP shows it', async () => {
    const relay = createTransport({ host: lab.host, port: lab.ports.relay, tls: { ca: lab.authority.pem } });
    const [, mail] = await Promise.all([
      relay.sendMail({
        from: lab.users.bob.address,
        to: lab.users.alice.address,
        subject: 'proof 1',
        text: 'Grüße',
      }),
      lab.mailbox('alice').waitFor({ name: 'Subject', value: 'proof 1' }),
    ]);
    expect(mail.headers('delivered-to')).toEqual([lab.users.alice.address]);
    expect(mail.body).toContain('Gr=C3=BC=C3=9Fe');
    expect(lab.mailbox('alice').list()).toHaveLength(1);
    expect(neighbour.mailbox('alice').list()).toHaveLength(0);
    expect(await lab.logs.postfix.waitFor(/status=sent \(delivered to maildir\)/)).toContain('alice@');

    const imap = await openLineClient(lab.ports.imap);
    await imap.readLine();
    imap.send('a login alice alice-pw');
    expect(await imap.readLine()).toMatch(/^a OK/);
    imap.send('b status INBOX (messages)');
    expect(await imap.readLine()).toBe('* STATUS INBOX (MESSAGES 1)');
    imap.close();
    lab.mailbox('alice').clear();
    expect(lab.mailbox('alice').list()).toHaveLength(0);
  });

  it('says how long it waited for a mail that does not come', async () => {
    const wait = lab.mailbox('bob').waitFor({ name: 'Subject', value: 'never', timeoutMs: 20 });
    await expect(wait).rejects.toThrow(/Waited 20 ms in vain for a mail with Subject: never/);
  });

  it('refuses and postpones the recipients made for that', async () => {
    const client = await greet('relay');
    await client.ask('EHLO test.example');
    await client.ask('MAIL FROM:<a@example.test>');
    expect(await client.ask(`RCPT TO:<${labRecipients.refused}>`)).toMatch(/^550 5\.7\.1/);
    expect(await client.ask(`RCPT TO:<${labRecipients.postponed}>`)).toMatch(/^450 4\.2\.0/);
    expect(await client.ask('RCPT TO:<nobody@mail.example.test>')).toMatch(/^550 5\.1\.1/);
    expect(await client.ask('RSET')).toMatch(/^250/);
    expect(await client.ask('MAIL FROM:<a@example.test> SIZE=1048577')).toMatch(/^552 5\.3\.4/);
    client.close();
  });

  it('greylists until the test releases', async () => {
    const attempt = async (sender: string): Promise<string> => {
      const client = await greet('greylist');
      await client.ask('EHLO test.example');
      await client.ask(`MAIL FROM:<${sender}>`);
      const reply = await client.ask(`RCPT TO:<${lab.users.alice.address}>`);
      client.close();
      return reply;
    };
    expect(await attempt('first@example.test')).toMatch(/^450 4\.7\.1 .*Greylisted/);
    expect(await attempt('first@example.test')).toMatch(/^450/);
    lab.greylist.release();
    expect(await attempt('first@example.test')).toMatch(/^250/);
    expect(await attempt('second@example.test')).toMatch(/^450/);
    lab.greylist.acceptAfter(0);
    expect(await attempt('second@example.test')).toMatch(/^250/);
    expect(lab.greylist.attempts.map(({ verdict }) => verdict)).toEqual([
      'defer',
      'defer',
      'accept',
      'defer',
      'accept',
    ]);
    lab.greylist.reset();
    expect(await attempt('first@example.test')).toMatch(/^450/);
  });

  it('lets swaks send with a password', async () => {
    const submission = ['--server', `${lab.host}:${lab.ports.submission}`, '--tls', '--tls-verify'];
    const trust = ['--tls-ca-path', lab.authority.path];
    const account = ['--auth', 'PLAIN', '--auth-user', 'alice', '--auth-password', 'alice-pw'];
    const mail = [
      '--from',
      lab.users.alice.address,
      '--to',
      lab.users.bob.address,
      '--header',
      'Subject: swaks',
    ];
    const transcript = await runCommand('swaks', [...submission, ...trust, ...account, ...mail]);
    expect(transcript).toContain('250 2.0.0 Ok: queued');
    const received = await lab.mailbox('bob').waitFor({ name: 'Subject', value: 'swaks' });
    expect(received.headers('Received')[0]).toContain('(Authenticated sender: alice)');
  });

  it('leaves no process, no folder and no open port behind', async () => {
    const extra = await startMailLab();
    const ports = Object.values(extra.ports);
    await extra.stop();
    await extra.stop();
    expect(findLabProcesses(extra.directory)).toEqual([]);
    expect(existsSync(extra.directory)).toBe(false);
    expect(await Promise.all(ports.map(isOpen))).toEqual(ports.map(() => false));
  });
});
