import { describe, expect, it } from 'vitest';
import type { DirectoryView } from '../../../../../../electron/contract/directory/directoryValues.ts';
import { newDirectoryForm } from '../../../../../../renderer/areas/directory/form/directoryForm.ts';
import { directoryProvenForm } from '../../../../../../renderer/areas/directory/form/directoryProvenForm.ts';
import { fromForm, meanTheSame } from '../../../../../../renderer/areas/directory/form/fromForm.ts';
import { onlyUseDiffers } from '../../../../../../renderer/areas/directory/form/onlyUseDiffers.ts';
import { toForm } from '../../../../../../renderer/areas/directory/form/toForm.ts';
import { isApplied } from '../../../../../../renderer/areas/proof/editor/provenForm.ts';

const view: DirectoryView = {
  isEnabled: true,
  domain: 'corp.example.test',
  controllers: { source: 'typed', hosts: ['dc1.corp.example.test', 'dc2.corp.example.test'] },
  dnsServers: ['10.0.0.1'],
  encryption: 'ldaps',
  trust: { mode: 'certificate', pem: 'PEM' },
  identity: {
    mode: 'password',
    userName: { source: 'value', value: 'reader@corp.example.test' },
    password: { source: 'vault', stored: true },
  },
  useGlobalCatalog: false,
  timeoutMs: 5_000,
  membershipCacheHours: 4,
  search: { minimumLength: 3, size: 50, timeSeconds: 7 },
  gainGuard: 20,
};

const { identity, ...others } = view;

describe('the form of the directory', () => {
  it('gives back what it was made of, and keeps the password that is stored', () => {
    expect(fromForm(toForm(view)).values).toEqual({
      ...others,
      identity: { ...identity, password: { source: 'vault', secret: { action: 'keep' } } },
    });
  });

  it('gives back controllers that DNS finds, with and without a site', () => {
    for (const site of ['Paris', null]) {
      const found: DirectoryView = { ...view, controllers: { source: 'dns', site } };
      expect(fromForm(toForm(found)).values?.controllers).toEqual({ source: 'dns', site });
    }
  });

  it('needs nothing but a domain where the program has an identity of its own', () => {
    const { values } = fromForm(newDirectoryForm('corp.example.test', 'windows'));
    expect(values).toMatchObject({
      domain: 'corp.example.test',
      encryption: 'ldaps',
      identity: { mode: 'windows' },
    });
  });

  it('says at which line of a list something is wrong', () => {
    const form = toForm(view);
    const { issues } = fromForm({
      ...form,
      controllers: { ...form.controllers, hosts: ['dc1.corp.example.test', ''] },
      dnsServers: ['10.0.0.1', 'not an address'],
    });
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['controllers.hosts.1', 'dnsServers.1']);
  });

  it('leaves out what nobody sees at the ends of names, and tells it first inside of one', () => {
    const form = toForm(view);
    const controllers = { ...form.controllers, source: 'dns' as const, site: '\u200bParis\u200b' };
    const copied = {
      ...form,
      controllers,
      domain: 'corp.example.test\u200b',
      dnsServers: ['\u200e10.0.0.1 '],
    };
    expect(fromForm(copied).values).toMatchObject({
      domain: 'corp.example.test',
      controllers: { source: 'dns', site: 'Paris' },
      dnsServers: ['10.0.0.1'],
    });
    const { values, issues } = fromForm({ ...form, domain: 'corp\u200b.example.test' });
    expect(values).toBeNull();
    expect(issues[0]).toMatchObject({ path: ['domain'], code: 'hiddenCharacter' });
  });

  it('means the same whatever was typed into a field that the values do not need', () => {
    const form = newDirectoryForm('corp.example.test', 'windows');
    const typed = { ...form, controllers: { ...form.controllers, hosts: ['dc1'] } };
    expect(meanTheSame(form, typed)).toBe(true);
    expect(meanTheSame(form, { ...form, controllers: { ...form.controllers, site: 'Paris' } })).toBe(false);
  });
});

describe('values that are saved without a proof', () => {
  const written = (change: Partial<DirectoryView>) => {
    const { values } = fromForm(toForm({ ...view, trust: { mode: 'system' }, ...change }));
    if (!values) throw new Error('The form is not complete');
    return values;
  };

  it('differ in how the console uses the directory alone', () => {
    expect(onlyUseDiffers(written({ isEnabled: false, gainGuard: 7 }), written({}))).toBe(true);
    expect(onlyUseDiffers(written({ encryption: 'starttls' }), written({}))).toBe(false);
    expect(onlyUseDiffers(written({}), null)).toBe(false);
  });
});

describe('a change that a finding of the directory offers', () => {
  const form = toForm({ ...view, trust: { mode: 'system' } });
  const certificate = {
    change: 'trustCertificate',
    pem: 'PEM',
    subject: 'CN=CA',
    fingerprint: 'AB',
  } as const;

  it('adds a CA, and is known to be in the form then', () => {
    expect(isApplied(directoryProvenForm, form, 'secure', certificate)).toBe(false);
    const after = directoryProvenForm.applyChange(form, 'secure', certificate);
    expect(after.trust).toEqual({ mode: 'certificate', pem: 'PEM' });
    expect(isApplied(directoryProvenForm, after, 'secure', certificate)).toBe(true);
  });

  it('chooses the encryption as Active Directory calls it', () => {
    const starttls = { change: 'setConnection', encryption: 'starttls', port: 389 } as const;
    expect(directoryProvenForm.applyChange(form, 'secure', starttls).encryption).toBe('starttls');
    const after = directoryProvenForm.applyChange({ ...form, encryption: 'none' }, 'bind', {
      change: 'setConnection',
      encryption: 'tls',
      port: 636,
    });
    expect(after.encryption).toBe('ldaps');
  });

  it('asks for the password again', () => {
    const after = directoryProvenForm.applyChange(form, 'bind', { change: 'typePassword' });
    expect(after.identity.password.secret.action).toBe('set');
  });
});
