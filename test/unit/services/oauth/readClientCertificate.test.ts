import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClientCertificate } from '../../../../electron/services/oauth/readClientCertificate.ts';

const never = new AbortController().signal;
const paths = { content: ['certificate', 'file'], passphrase: ['certificate', 'passphrase'] };
let folder = '';

const openssl = (...parameters: string[]): void => {
  execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });
};
const file = (name: string): Buffer => readFileSync(path.join(folder, name));
const read = (name: string, passphrase: string | null) =>
  readClientCertificate(file(name), passphrase, paths, never);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'relay-application-'));
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-passout', 'pass:geheim'];
  openssl('req', '-x509', ...curve, '-keyout', 'own.key', '-out', 'own.pem', '-subj', '/CN=own');
  const locked = ['-inkey', 'own.key', '-in', 'own.pem', '-passin', 'pass:geheim', '-passout', 'pass:geheim'];
  openssl('pkcs12', '-export', ...locked, '-out', 'own.pfx');
  writeFileSync(path.join(folder, 'both.pem'), Buffer.concat([file('own.pem'), file('own.key')]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['own.pfx', 'both.pem'])('the key of an application in %s', (name) => {
  const refusal = (field: string[], code: string) => ({
    code: 'INVALID_INPUT',
    data: { issues: [{ path: field, code }] },
  });

  it.each([null, ''])('asks for its passphrase when there is none: %j', async (passphrase) => {
    await expect(read(name, passphrase)).rejects.toMatchObject(refusal(paths.passphrase, 'passphraseNeeded'));
  });

  it('says that a passphrase is wrong', async () => {
    await expect(read(name, 'falsch')).rejects.toMatchObject(refusal(paths.passphrase, 'passphraseWrong'));
  });

  it('is given without its passphrase when that is right', async () => {
    const { certificate, chain, privateKey } = await read(name, 'geheim');
    expect(certificate.subject).toContain('own');
    expect(chain).toMatch(/^-----BEGIN CERTIFICATE-----/);
    expect(privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  });
});

it('what is wrong with the file itself is told at the file', async () => {
  await expect(read('own.pem', null)).rejects.toMatchObject({
    data: { issues: [{ path: paths.content, code: 'privateKeyMissing' }] },
  });
});
