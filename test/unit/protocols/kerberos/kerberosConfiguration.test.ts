import { describe, expect, it } from 'vitest';
import { readKerberosConfiguration } from '../../../../electron/protocols/kerberos/kerberosConfiguration.ts';

const read = (
  texts: Record<string, string>,
  environment: NodeJS.ProcessEnv = {},
  platform: NodeJS.Platform = 'linux',
) =>
  readKerberosConfiguration({
    ...{ platform, environment },
    files: {
      readText: async (file) => texts[file] ?? null,
      list: async (folder) =>
        Object.keys(texts)
          .filter((file) => file.startsWith(`${folder}/`))
          .map((file) => file.slice(folder.length + 1)),
      exists: async (file) => file in texts,
    },
  });

const realm = (name: string): string => `[libdefaults]\n\tdefault_realm = ${name}\n`;

describe('the configuration of Kerberos', () => {
  it('has a default realm', async () => {
    const text = '# a remark\n[realms]\n A = {\n kdc = a\n }\n[libdefaults]\ndefault_realm=CORP.TEST\r\n';
    expect(await read({ '/etc/krb5.conf': text })).toEqual({
      defaultRealm: 'CORP.TEST',
      files: ['/etc/krb5.conf'],
    });
  });

  it.each([
    ['nothing', {}],
    ['a remark', { '/etc/krb5.conf': '[libdefaults]\n# default_realm = A\n; default_realm = B' }],
    ['another section', { '/etc/krb5.conf': '[appdefaults]\ndefault_realm = A' }],
    ['a subsection', { '/etc/krb5.conf': '[libdefaults]\nsub = {\ndefault_realm = A\n}' }],
  ])('has none where there is %s', async (_case, texts) => {
    expect((await read(texts)).defaultRealm).toBeNull();
  });

  it('is in the files that the environment names, the first counts', async () => {
    const texts = {
      '/a': '[libdefaults]',
      '/b': realm('B.TEST'),
      '/c': realm('C.TEST'),
      '/etc/krb5.conf': realm('X'),
    };
    const found = await read(texts, { KRB5_CONFIG: '/missing:/a:/b:/c' });
    expect(found).toEqual({ defaultRealm: 'B.TEST', files: ['/a', '/b', '/c'] });
  });

  it('is in files that are included, also from a folder', async () => {
    const texts = {
      '/etc/krb5.conf': 'include /etc/other.conf\nincludedir /etc/krb5.conf.d\n[libdefaults]\n',
      '/etc/krb5.conf.d/10_realm': realm('FOLDER.TEST'),
      '/etc/krb5.conf.d/.hidden.conf': realm('HIDDEN.TEST'),
      '/etc/krb5.conf.d/copy.bak': realm('COPY.TEST'),
      '/etc/krb5.conf.d/20.conf': realm('LATER.TEST'),
    };
    const { defaultRealm, files } = await read(texts);
    expect(defaultRealm).toBe('FOLDER.TEST');
    expect(files).not.toContain('/etc/krb5.conf.d/copy.bak');
  });

  it('ends where files include each other', async () => {
    const texts = { '/etc/krb5.conf': `include /etc/krb5.conf\n${realm('A.TEST')}` };
    expect((await read(texts)).defaultRealm).toBe('A.TEST');
  });

  it('is elsewhere too on a Mac, and nowhere on Windows', async () => {
    const texts = { '/Library/Preferences/edu.mit.Kerberos': realm('MAC.TEST') };
    expect((await read(texts, {}, 'darwin')).defaultRealm).toBe('MAC.TEST');
    expect((await read({ '/etc/krb5.conf': realm('A') }, {}, 'win32')).defaultRealm).toBeNull();
  });
});
