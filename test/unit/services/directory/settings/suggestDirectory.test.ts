import { describe, expect, it } from 'vitest';
import type { MachineJoin } from '../../../../../electron/protocols/machine/machineJoin.ts';
import { createDirectorySuggestion } from '../../../../../electron/services/directory/settings/suggestDirectory.ts';

const joinedTo = (domain: string | null): MachineJoin => ({
  ...{ known: true, joined: true, domain, deviceState: {}, source: 'dsregcmd' },
});
const signal = new AbortController().signal;

const suggest = (join: MachineJoin, environment: NodeJS.ProcessEnv = {}) =>
  createDirectorySuggestion({
    readMachineJoin: async () => join,
    loadKerberos: () => ({ available: false, reason: 'libraryMissing', words: 'libgssapi_krb5.so.2' }),
    environment,
  })(signal);

describe('what is suggested for a directory', () => {
  it('is the domain of the machine, and whether Kerberos is there', async () => {
    expect(await suggest(joinedTo('CORP.Example'))).toEqual({
      ...{ domain: 'corp.example', kerberos: 'libraryMissing' },
    });
  });

  it('is the domain of who is signed in where Windows says only the NetBIOS name', async () => {
    const environment = { USERDNSDOMAIN: 'CORP.EXAMPLE' };
    expect((await suggest(joinedTo('CORP'), environment)).domain).toBe('corp.example');
    expect((await suggest(joinedTo('CORP'))).domain).toBeNull();
  });

  it.each<[string, MachineJoin]>([
    ['is in no domain', { known: true, joined: false, domain: null, deviceState: {}, source: 'dsregcmd' }],
    ['does not say', { known: false, reason: 'toolMissing', source: 'realm', words: 'ENOENT' }],
  ])('is no domain for a machine that %s', async (_, join) => {
    expect((await suggest(join, { USERDNSDOMAIN: 'CORP.EXAMPLE' })).domain).toBeNull();
  });
});
