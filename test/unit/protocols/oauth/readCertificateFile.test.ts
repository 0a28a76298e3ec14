import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../../../electron/protocols/oauth/readCertificateFile.ts';

let folder = '';
const openssl = (...parameters: string[]): void => {
  execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });
};
const textOf = (...names: string[]): string =>
  names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('');

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** A certificate with its key, signed by another one or by itself. */
const issue = (name: string, issuer: string | null): void => {
  const own = ['-keyout', `${name}.key`, '-subj', `/CN=${name}`, ...newKey];
  if (issuer === null) {
    openssl('req', '-x509', ...own, '-out', `${name}.pem`);
    return;
  }
  openssl('req', ...own, '-out', `${name}.csr`);
  const signer = ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-extfile', 'authority.txt'];
  openssl('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, ...signer);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'relay-chain-'));
  writeFileSync(path.join(folder, 'authority.txt'), 'basicConstraints=critical,CA:TRUE\n');
  issue('root', null);
  issue('middle', 'root');
  issue('leaf', 'middle');
  issue('stranger', null);
  writeFileSync(path.join(folder, 'all.pem'), textOf('stranger.pem', 'root.pem', 'leaf.pem', 'middle.pem'));
  const pair = ['-inkey', 'leaf.key', '-in', 'leaf.pem', '-certfile', 'all.pem'];
  openssl('pkcs12', '-export', ...pair, '-out', 'all.pfx', '-passout', 'pass:geheim');
  openssl('x509', '-in', 'leaf.pem', '-trustout', '-addtrust', 'clientAuth', '-out', 'trusted.pem');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chainIn = (pem: string): string[] =>
  (pem.match(/-----BEGIN[^]+?-----END CERTIFICATE-----/g) ?? []).map(
    (block) => new X509Certificate(block).subject,
  );

const read = (text: string, encoding: BufferEncoding = 'utf8') =>
  readCertificateFile(Buffer.from(text, encoding), null);

const chainOf = (text: string, encoding?: BufferEncoding) => chainIn(read(text, encoding).certificatePem);

describe('the chain of an application', () => {
  it('has each certificate before the one that certifies it, and no other ones', () => {
    const pem = read(textOf('all.pem', 'leaf.key'));
    const pfx = readCertificateFile(readFileSync(path.join(folder, 'all.pfx')), 'geheim');
    for (const { certificatePem } of [pem, pfx])
      expect(chainIn(certificatePem)).toEqual(['CN=leaf', 'CN=middle', 'CN=root']);
  });

  it('ends where what certifies the last one is not there', () => {
    const { certificatePem } = read(textOf('root.pem', 'leaf.pem', 'leaf.key'));
    expect(chainIn(certificatePem)).toEqual(['CN=leaf']);
  });

  it('holds a certificate that stands in the file twice only once', () => {
    const { certificatePem } = read(textOf('root.pem', 'root.pem', 'leaf.pem', 'middle.pem', 'leaf.key'));
    expect(chainIn(certificatePem)).toEqual(['CN=leaf', 'CN=middle', 'CN=root']);
  });
});

describe('PEM as programs write it', () => {
  it.each<[string, () => string, BufferEncoding]>([
    ['in UTF-16', () => `\uFEFF${textOf('leaf.pem', 'leaf.key')}`, 'utf16le'],
    ['with lines that end in CR', () => textOf('leaf.pem', 'leaf.key').replaceAll('\n', '\r'), 'utf8'],
    ['with what OpenSSL trusts it for', () => textOf('trusted.pem', 'leaf.key'), 'utf8'],
    ['with its old name', () => textOf('leaf.pem', 'leaf.key').replaceAll(' CERT', ' X509 CERT'), 'utf8'],
    ['with the key of another one before its own', () => textOf('root.key', 'leaf.pem', 'leaf.key'), 'utf8'],
  ])('is read %s', (_, text, encoding) => {
    expect(chainOf(text(), encoding)).toEqual(['CN=leaf']);
  });

  it('is read past a key that needs another passphrase', () => {
    openssl('pkcs8', '-topk8', '-in', 'root.key', '-out', 'locked.key', '-passout', 'pass:geheim');
    expect(chainOf(textOf('locked.key', 'leaf.pem', 'leaf.key'))).toEqual(['CN=leaf']);
  });
});
