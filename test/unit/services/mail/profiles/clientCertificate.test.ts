import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PasswordWrite } from '../../../../../electron/contract/mail/secret.ts';
import { createProfileLab, smtpWrite, tokenSignIn } from './profileLab.ts';

let folder = '';
const file = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'relay-application-'));
  const curve = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  for (const name of ['own', 'other']) {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=${name}`];
    execFileSync('openssl', ['req', '-x509', '-newkey', ...curve, ...files], { cwd: folder, stdio: 'pipe' });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const typed = (value: string): PasswordWrite => ({ source: 'vault', secret: { action: 'set', value } });
const kept: PasswordWrite = { source: 'vault', secret: { action: 'keep' } };
const values = (certificate: string, secret: PasswordWrite) =>
  smtpWrite({
    authentication: tokenSignIn({
      proof: { kind: 'certificate', certificate, secret },
      grant: { flow: 'clientCredentials' },
    }),
  });
const proof = ['authentication', 'client', 'proof'];
const resolvedKey = (password: string) => ({
  authentication: { client: { proof: { kind: 'certificate', secret: password } } },
});

describe('the private key of an application', () => {
  it('may come from a variable, with all its lines', async () => {
    const lab = createProfileLab({ APP_KEY: file('own.key') });
    const written = values(file('own.pem'), { source: 'environment', name: 'APP_KEY' });
    const resolved = await lab.service.resolveProfile({ id: null, values: written });
    expect(resolved).toMatchObject(resolvedKey(file('own.key')));
  });

  it.each([
    ['of somebody else', () => file('other.key')],
    ['that is none', () => 'geheim'],
  ])('%s is refused, when proving and when it was stored', async (_, key) => {
    const lab = createProfileLab({ APP_KEY: key() });
    const refusal = (field: string[]) => ({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: [...proof, ...field], code: 'privateKeyOther' }] },
    });
    const fromVariable = values(file('own.pem'), { source: 'environment', name: 'APP_KEY' });
    await expect(lab.service.resolveProfile({ id: null, values: fromVariable })).rejects.toMatchObject(
      refusal(['secret', 'name']),
    );
    const id = await lab.saveDraft(values(file('own.pem'), typed(key())));
    const again = values(file('own.pem'), kept);
    await expect(lab.service.resolveProfile({ id, values: again })).rejects.toMatchObject(
      refusal(['secret']),
    );
  });
});

describe('the certificate of an application', () => {
  it.each(['', ' and its notes', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'is refused when it is none: %j',
    async (text) => {
      const lab = createProfileLab();
      const written = values(`hello${text}`, typed(file('own.key')));
      const refusal = {
        code: 'INVALID_INPUT',
        data: { issues: [{ path: [...proof, 'certificate'], code: 'certificate' }] },
      };
      await expect(lab.service.resolveProfile({ id: null, values: written })).rejects.toMatchObject(refusal);
      await expect(lab.saveDraft(written)).rejects.toMatchObject(refusal);
    },
  );

  it('is stored without what was pasted around it, and its key is kept', async () => {
    const lab = createProfileLab();
    const pasted = `notes\n${file('own.pem')}${file('own.key')}${file('other.pem')}`;
    const id = await lab.proveAndSave(values(pasted, typed(file('own.key'))));
    const active = lab.settings.current().mail.profiles.find((profile) => profile.id === id)?.active;
    const certificate = `${file('own.pem')}${file('other.pem')}`;
    expect(active).toMatchObject({ authentication: { client: { proof: { certificate } } } });
    expect(await lab.service.resolveActive(id)).toMatchObject(resolvedKey(file('own.key')));
    const again = await lab.service.resolveProfile({ id, values: values(certificate, kept) });
    expect(again).toMatchObject(resolvedKey(file('own.key')));
  });
});
