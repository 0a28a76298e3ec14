import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { SentMessageInfo } from 'nodemailer/lib/smtp-transport';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCertificates, type LabCertificates } from './certificates.ts';
import { type ScriptedSmtp, scriptedSmtp, type ScriptedTls } from './faults/scriptedSmtp.ts';
import type { SmtpScript } from './faults/smtpScript.ts';
import { tls10Only, weakCiphers } from './faults/tlsFaults.ts';

const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-certificates-'));
const mail = {
  from: 'a@example.test',
  to: ['b@example.test', 'c@example.test'],
  subject: 'x',
  text: '.dot\nend',
};
const servers: ScriptedSmtp[] = [];
let certificates: LabCertificates;

beforeAll(async () => {
  certificates = await createCertificates(directory);
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

async function open(starting: Promise<ScriptedSmtp>): Promise<ScriptedSmtp> {
  const server = await starting;
  servers.push(server);
  return server;
}

function goodTls(mode: ScriptedTls['mode']): ScriptedTls {
  const { chain, key } = certificates.servers.good;
  return { mode, server: { cert: chain, key } };
}

function transport(port: number, secure: boolean, method = 'PLAIN'): Transporter<SentMessageInfo> {
  return createTransport({
    host: 'localhost',
    port,
    secure,
    authMethod: method,
    auth: { user: 'alice', pass: 'alice-pw' },
    tls: { ca: certificates.authority.pem },
  });
}

describe('a scripted SMTP server', () => {
  it.each([
    ['implicit', true],
    ['starttls', false],
  ] as const)('takes a mail over TLS: %s', async (mode, secure) => {
    const server = await open(scriptedSmtp({}, { tls: goodTls(mode) }));
    const { response } = await transport(server.port, secure).sendMail(mail);
    expect(response).toBe('250 2.0.0 Ok: queued as SCRIPTED');
    expect(server.received).toContain('MAIL FROM:<a@example.test>');
    expect(server.messages[0]).toMatch(/^Subject: x$/m);
    expect(server.messages[0]).toMatch(/^\.dot$/m);
  });

  it.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])(
    'asks for everything that %s needs before its verdict',
    async (method) => {
      const script: SmtpScript = {
        AUTH: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      };
      const server = await open(scriptedSmtp(script, { mechanisms: [method], tls: goodTls('starttls') }));
      await expect(transport(server.port, false, method).verify()).rejects.toMatchObject({
        code: 'EAUTH',
        responseCode: 535,
      });
    },
  );

  it('can go on asking while signing in', async () => {
    const script: SmtpScript = {
      AUTH: ({ responses }) =>
        responses.length < 2 ? '334 eyJzdGF0dXMiOiI0MDEifQ==' : '535 5.7.3 Bad token',
    };
    const server = await open(scriptedSmtp(script, { mechanisms: ['XOAUTH2'] }));
    const sender = createTransport({
      host: 'localhost',
      port: server.port,
      auth: { type: 'OAuth2', user: 'alice', accessToken: 'token' },
    });
    await expect(sender.verify()).rejects.toMatchObject({ code: 'EAUTH', responseCode: 535 });
  });

  it('answers each recipient by itself', async () => {
    const script: SmtpScript = {
      RCPT: ({ occurrence }) => (occurrence === 1 ? '250 2.1.5 Ok' : '452 4.5.3 Too many recipients'),
    };
    const server = await open(scriptedSmtp(script, { tls: goodTls('starttls') }));
    const { accepted, rejected } = await transport(server.port, false).sendMail(mail);
    expect({ accepted, rejected }).toEqual({ accepted: ['b@example.test'], rejected: ['c@example.test'] });
  });

  it('refuses after the message', async () => {
    const script: SmtpScript = {
      '.': '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    };
    const server = await open(scriptedSmtp(script, { tls: goodTls('implicit') }));
    await expect(transport(server.port, true).sendMail(mail)).rejects.toMatchObject({ responseCode: 550 });
  });

  it('speaks TLS 1.0 only', async () => {
    const { chain, key } = certificates.servers.good;
    const server = await open(tls10Only({ cert: chain, key }, 'implicit'));
    await expect(transport(server.port, true).verify()).rejects.toMatchObject({
      message: expect.stringMatching(/protocol version|unsupported protocol/) as string,
    });
    const old = createTransport({
      host: 'localhost',
      port: server.port,
      secure: true,
      tls: { ca: certificates.authority.pem, minVersion: 'TLSv1', ciphers: weakCiphers },
    });
    expect(await old.verify()).toBe(true);
  });
});
