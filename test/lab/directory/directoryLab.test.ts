import { existsSync } from 'node:fs';
import { Resolver } from 'node:dns/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLabProcesses } from '../labProcesses.ts';
import { runCommand } from '../runCommand.ts';
import { type DirectoryLab, startDirectoryLab } from './directoryLab.ts';
import { ensureDirectoryServers } from './directoryServers.ts';

const availability = await ensureDirectoryServers();

describe.skipIf(!availability.available)('directory lab', () => {
  let lab: DirectoryLab;

  beforeAll(async () => {
    lab = await startDirectoryLab();
  });

  afterAll(() => lab.stop());

  /** Reads the server's own entry as somebody, by ldapsearch. */
  function bind(user: string, password: string): Promise<string> {
    const server = ['-H', `ldaps://${lab.controllers[0].address}`, '-D', user, '-w', password];
    return runCommand('ldapsearch', ['-LLL', ...server, '-b', '', '-s', 'base', 'dnsHostName'], {
      env: { ...process.env, LDAPTLS_CACERT: lab.authority.path },
    });
  }

  it.each([['alice'], ['bob'], ['reader'], ['authorizationReader'], ['lockable']] as const)(
    'lets %s sign in over LDAPS with a certificate that is right',
    async (key) => {
      const { userPrincipalName, password } = lab.users[key];
      expect(await bind(userPrincipalName, password)).toContain(`dnsHostName: ${lab.controllers[0].name}`);
    },
  );

  it.each([
    ['outsideHours', '530'],
    ['otherWorkstation', '531'],
    ['expiredPassword', '532'],
    ['disabled', '533'],
    ['expiredAccount', '701'],
    ['mustChange', '773'],
    ['locked', '775'],
  ] as const)('refuses %s with the sub-code %s', async (key, code) => {
    const { userPrincipalName, password } = lab.users[key];
    await expect(bind(userPrincipalName, password)).rejects.toThrow(`data ${code},`);
  });

  it('names the controller in its DNS', async () => {
    const resolver = new Resolver();
    resolver.setServers([lab.dns.address]);
    const { name, address } = lab.controllers[0];
    expect(await resolver.resolveSrv(`_ldap._tcp.${lab.domain}`)).toMatchObject([{ name, port: 389 }]);
    expect(await resolver.resolve4(name)).toEqual([address]);
    await expect(resolver.resolve4('elsewhere.example.test')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it('leaves no process and no folder behind', async () => {
    const extra = await startDirectoryLab();
    expect(findLabProcesses(extra.directory)).toContain(extra.controllers[0].processId());
    await extra.stop();
    await extra.stop();
    expect(findLabProcesses(extra.directory)).toEqual([]);
    expect(existsSync(extra.directory)).toBe(false);
  });
});
