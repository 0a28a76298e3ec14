import { describe, expect, it } from 'vitest';
import type { DirectoryWrite } from '../../../../../electron/contract/directory/directoryValues.ts';
import type { PasswordWrite, UserName } from '../../../../../electron/contract/mail/secret.ts';
import { authorityPem } from '../../../protocols/tls/certificateSamples.ts';
import { createDirectoryLab, directoryWrite, keptWrite } from './directoryLab.ts';

const typed = (...hosts: string[]): DirectoryWrite['controllers'] => ({ source: 'typed', hosts });
const keptBy = (userName: UserName): DirectoryWrite['identity'] => ({
  ...{ mode: 'password', userName },
  password: { source: 'vault', secret: { action: 'keep' } },
});

describe('the password of a directory', () => {
  const required = { code: 'SECRET_REQUIRED', data: { path: ['identity', 'password'] } };

  it.each<[string, Partial<DirectoryWrite>]>([
    ['domain', { domain: 'other.example' }],
    ['controllers', { controllers: typed('dc1.corp.example') }],
    ['DNS servers', { dnsServers: ['192.0.2.53'] }],
    ['trust', { trust: { mode: 'certificate', pem: authorityPem } }],
    ['protection', { encryption: 'none', isEnabled: false }],
    ['account', { identity: keptBy({ source: 'value', value: 'other' }) }],
    ['source of the account', { identity: keptBy({ source: 'environment', name: 'reader' }) }],
  ])('must be typed again for another %s, to prove and to save', async (_, changes) => {
    const lab = createDirectoryLab({ reader: 'reader' });
    await lab.proveAndSave(directoryWrite());
    const values = keptWrite(changes);
    await expect(lab.service.resolveWritten({ values })).rejects.toMatchObject(required);
    await expect(lab.saveDraft(values)).rejects.toMatchObject(required);
  });

  it.each<[string, Partial<DirectoryWrite>, Partial<DirectoryWrite>]>([
    ['in another site', {}, { controllers: { source: 'dns', site: 'Paris' } }],
    [
      'by other controllers first',
      { controllers: typed('dc1.corp.example', 'dc2.corp.example') },
      { controllers: typed('DC2.corp.example', 'dc1.corp.example') },
    ],
    ['over StartTLS as over LDAPS', {}, { encryption: 'starttls' }],
    ['better protected', { encryption: 'none', isEnabled: false }, { encryption: 'ldaps' }],
    ['without the Global Catalog', {}, { useGlobalCatalog: false }],
  ])('is kept to be used %s', async (_, before, changes) => {
    const lab = createDirectoryLab();
    await lab.saveDraft(directoryWrite(before));
    const { identity } = await lab.service.resolveWritten({ values: keptWrite(changes) });
    expect(identity).toEqual({
      ...{ mode: 'password', userName: 'reader' },
      ...{ password: 'first-password', source: 'vault' },
    });
    await lab.saveDraft(keptWrite(changes));
    await lab.service.resolveWritten({ values: keptWrite(changes) });
    expect(lab.secrets()).toEqual(['first-password']);
  });

  it('comes from a variable of the environment, but from none of the program’s own', async () => {
    const environment = { AD_PASSWORD: 'from-outside', RELAY_CONSOLE_PASSPHRASE: 'planted' };
    const lab = createDirectoryLab(environment);
    const from = (name: string): PasswordWrite => ({ source: 'environment', name });
    const resolve = (name: string) => lab.service.resolveWritten({ values: directoryWrite({}, from(name)) });
    expect((await resolve('AD_PASSWORD')).identity).toMatchObject({ password: 'from-outside' });
    await expect(resolve('RELAY_CONSOLE_PASSPHRASE')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['identity', 'password', 'name'], code: 'ownVariable' }] },
    });
  });

  it('may lie in the settings as an insecure string', async () => {
    const lab = createDirectoryLab();
    const insecure: PasswordWrite = { source: 'insecure', secret: { action: 'set', value: 'in-clear' } };
    const saved = await lab.proveAndSave(directoryWrite({}, insecure));
    expect(saved.values?.identity).toMatchObject({ password: { source: 'insecure', stored: true } });
    expect((await lab.service.resolveActive()).identity).toMatchObject({ password: 'in-clear' });
    await expect(lab.service.resolveWritten({ values: keptWrite() })).rejects.toMatchObject(required);
  });

  it('is not needed where the program reads as who it is', async () => {
    const lab = createDirectoryLab();
    await lab.proveAndSave(directoryWrite());
    await lab.proveAndSave(directoryWrite({ identity: { mode: 'windows' } }));
    expect((await lab.service.resolveActive()).identity).toEqual({ mode: 'windows' });
    expect(lab.secrets()).toEqual([]);
  });
});
