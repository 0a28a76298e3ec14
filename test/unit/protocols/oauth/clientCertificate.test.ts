import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientCertificate } from '../../../../electron/protocols/oauth/readCertificateFile.ts';
import { openClientCertificate } from '../../../../electron/protocols/oauth/clientCertificate.ts';

const never = new AbortController().signal;
let folder = '';

const openssl = (...parameters: string[]): void => {
  execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });
};
const file = (name: string): Buffer => readFileSync(path.join(folder, name));
const derOf = (name: string): Buffer =>
  Buffer.from(
    file(name)
      .toString()
      .replaceAll(/-----[^-]+-----/g, ''),
    'base64',
  );
const toPem = (label: string, der: Buffer): Buffer =>
  Buffer.from(`-----BEGIN ${label}-----\n${der.toString('base64')}\n-----END ${label}-----\n`);
/** Of an element whose length stands in two bytes. */
const content = (der: Buffer): Buffer => der.subarray(4);
const bytes = (...names: string[]): Uint8Array => Buffer.concat(names.map(file));

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'relay-certificate-'));
  for (const name of ['own', 'other'])
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-subj',
      `/CN=${name}`,
    );
  openssl(
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    'ec.key',
    '-out',
    'ec.pem',
    '-subj',
    '/CN=ec',
  );
  openssl('pkcs8', '-topk8', '-in', 'own.key', '-out', 'locked.key', '-passout', 'pass:geheim');
  openssl(
    'pkcs8',
    '-topk8',
    '-in',
    'own.key',
    '-out',
    'costly.key',
    '-passout',
    'pass:geheim',
    '-iter',
    '700000',
  );
  const lock = (name: string, ...more: string[]): void =>
    openssl('pkcs8', '-topk8', '-in', 'own.key', '-out', name, '-passout', 'pass:geheim', ...more);
  lock('slow.key', '-iter', '500000');
  lock('scrypt.key', '-scrypt');
  lock('costlyScrypt.key', '-scrypt', '-scrypt_N', '16384', '-scrypt_r', '8', '-scrypt_p', '5');
  openssl(
    'rsa',
    '-in',
    'own.key',
    '-out',
    'oldLocked.key',
    '-traditional',
    '-aes128',
    '-passout',
    'pass:geheim',
  );
  openssl('rsa', '-in', 'own.key', '-out', 'old.key', '-traditional');
  openssl('genpkey', '-algorithm', 'rsa-pss', '-out', 'pss.key');
  openssl('req', '-x509', '-key', 'pss.key', '-out', 'pss.pem', '-subj', '/CN=pss');
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    'pss.key',
    '-in',
    'pss.pem',
    '-out',
    'pss.pfx',
    '-passout',
    'pass:geheim',
  );
  const pfx = (name: string, passphrase: string, ...more: string[]): void =>
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'own.key',
      '-in',
      'own.pem',
      '-out',
      name,
      '-passout',
      `pass:${passphrase}`,
      ...more,
    );
  pfx('modern.pfx', 'geheim', '-certfile', 'other.pem');
  pfx('old.pfx', 'geheim', '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1');
  pfx('letters.pfx', 'Schlüßel-ключ');
  pfx('open.pfx', '');
  pfx('plain.pfx', 'geheim', '-certpbe', 'NONE', '-keypbe', 'NONE');
  pfx('bare.pfx', '', '-certpbe', 'NONE', '-keypbe', 'NONE', '-nomac');
  pfx('costly.pfx', 'geheim', '-iter', '700000');
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    'ec.key',
    '-in',
    'ec.pem',
    '-out',
    'ec.pfx',
    '-passout',
    'pass:geheim',
  );
  openssl('pkcs12', '-export', '-nokeys', '-in', 'own.pem', '-out', 'keyless.pfx', '-passout', 'pass:geheim');
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whose certificate it is, and what kind of key it has. */
const pairOf = ({ certificatePem, privateKeyPem }: ClientCertificate) => [
  new X509Certificate(certificatePem).subject,
  createPrivateKey(privateKeyPem).asymmetricKeyType,
];

describe('the certificate of an application', () => {
  it.each([
    ['PEM, key first', ['own.key', 'own.pem'], null],
    ['PEM, certificate first', ['own.pem', 'own.key'], null],
    ['PEM with the certificate of somebody else before it', ['other.pem', 'own.pem', 'own.key'], null],
    ['PEM with an encrypted key', ['own.pem', 'locked.key'], 'geheim'],
    ['PEM with a key that scrypt encrypts', ['own.pem', 'scrypt.key'], 'geheim'],
    ['PEM with a key of RSA alone', ['own.pem', 'old.key'], null],
    ['PEM with a key that is encrypted in the old way', ['own.pem', 'oldLocked.key'], 'geheim'],
    ['PKCS#12 of OpenSSL 3', ['modern.pfx'], 'geheim'],
    ['PKCS#12 of older systems', ['old.pfx'], 'geheim'],
    ['PKCS#12 with letters of many countries in its passphrase', ['letters.pfx'], 'Schlüßel-ключ'],
    ['PKCS#12 with an empty passphrase', ['open.pfx'], null],
    ['PKCS#12 without encryption', ['plain.pfx'], 'geheim'],
  ])('is read from %s', async (_, names, passphrase) => {
    const read = await openClientCertificate(bytes(...names), passphrase, never);
    const own = new X509Certificate(file('own.pem'));
    expect(new X509Certificate(read.certificatePem).fingerprint256).toBe(own.fingerprint256);
    expect(read.privateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  });

  it('can have a key on a curve', async () => {
    expect(pairOf(await openClientCertificate(bytes('ec.pfx'), 'geheim', never))).toEqual(['CN=ec', 'ec']);
    expect(pairOf(await openClientCertificate(bytes('ec.pem', 'ec.key'), null, never))).toEqual([
      ...['CN=ec', 'ec'],
    ]);
  });

  it('can have a key for signatures with PSS alone', async () => {
    const expected = ['CN=pss', 'rsa-pss'];
    expect(pairOf(await openClientCertificate(bytes('pss.pfx'), 'geheim', never))).toEqual(expected);
    expect(pairOf(await openClientCertificate(bytes('pss.pem', 'pss.key'), null, never))).toEqual(expected);
  });

  it.each([
    ['passphraseWrong', ['modern.pfx'], 'falsch'],
    ['passphraseWrong', ['old.pfx'], 'falsch'],
    ['passphraseWrong', ['modern.pfx'], null],
    ['passphraseWrong', ['own.pem', 'locked.key'], 'falsch'],
    ['passphraseWrong', ['own.pem', 'locked.key'], null],
    ['noKey', ['own.pem'], null],
    ['noKey', ['keyless.pfx'], 'geheim'],
    ['noCertificate', ['own.key'], null],
    ['keyDoesNotMatch', ['other.pem', 'own.key'], null],
    ['tooCostly', ['costly.pfx'], 'geheim'],
    ['tooCostly', ['own.pem', 'costly.key'], 'geheim'],
    ['tooCostly', ['own.pem', 'costlyScrypt.key'], 'geheim'],
    ['passphraseWrong', ['own.pem', 'oldLocked.key'], 'falsch'],
  ])('is none: %s', async (code, names, passphrase) => {
    await expect(openClientCertificate(bytes(...names), passphrase, never)).rejects.toMatchObject({ code });
  });

  it.each([
    ['unreadable', Buffer.from('not a certificate')],
    ['unreadable', Buffer.from('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')],
    ['tooCostly', Buffer.alloc(1_048_577)],
  ])('is none: %s', async (code, data) => {
    await expect(openClientCertificate(data, null, never)).rejects.toMatchObject({ code });
  });

  it.each([
    ['of no known length', 'unreadable', (der: Buffer) => [[0x30, 0x80], content(der), [0, 0]]],
    [
      'whose length has zeros before it',
      'unreadable',
      (der: Buffer) => [[0x30, 0x84, 0, 0], der.subarray(2, 4), content(der)],
    ],
    ['with more after it', 'unreadable', (der: Buffer) => [der, [5, 0]]],
    ['that is none', 'unreadable', (der: Buffer) => [der.subarray(0, 100)]],
    ['that is said to be open', 'tooCostly', (der: Buffer) => [der]],
  ] as const)('is not opened with a key %s', async (_, code, change) => {
    const key = Buffer.concat(change(derOf('costly.key')).map((part) => Buffer.from(part)));
    const labels = code === 'tooCostly' ? ['PRIVATE KEY'] : ['ENCRYPTED PRIVATE KEY', 'PRIVATE KEY'];
    for (const label of labels) {
      const all = Buffer.concat([file('own.pem'), toPem(label, key)]);
      await expect(openClientCertificate(all, 'geheim', never)).rejects.toMatchObject({ code });
    }
  });

  it('is none where OpenSSL does not know the kind of its key', async () => {
    const id = Buffer.from('020100300d06092a864886f70d0101', 'hex');
    const pfx = file('bare.pfx');
    pfx[pfx.indexOf(id) + id.length] = 0x63;
    const opening = openClientCertificate(pfx, null, never);
    await expect(opening).rejects.toMatchObject({ name: 'ClientCertificateError', code: 'unreadable' });
  });

  it('is opened when the one before it is', async () => {
    const ended: string[] = [];
    const slow = openClientCertificate(bytes('own.pem', 'slow.key'), 'geheim', never);
    const quick = openClientCertificate(Buffer.from('nothing'), null, never);
    await Promise.allSettled([
      slow.finally(() => ended.push('slow')),
      quick.finally(() => ended.push('quick')),
    ]);
    expect(ended).toEqual(['slow', 'quick']);
  });

  it('is not waited for by who has given up', async () => {
    const reading = openClientCertificate(
      bytes('modern.pfx'),
      'geheim',
      AbortSignal.abort(new Error('given up')),
    );
    await expect(reading).rejects.toThrow('given up');
  });
});
