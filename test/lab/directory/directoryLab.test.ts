import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLabProcesses } from '../labProcesses.ts';
import { runCommand } from '../runCommand.ts';
import { type DirectoryLab, startDirectoryLab } from './directoryLab.ts';
import { refusedUsers } from './directoryIdentities.ts';
import { ensureDirectoryServers } from './directoryServers.ts';
import type { SambaController } from './sambaController.ts';

const availability = await ensureDirectoryServers();

/** An account that signs in. */
type Account = { readonly userPrincipalName: string; readonly password: string };

/** Searches by ldapsearch as somebody over LDAPS, with a certificate that is right. */
function search(
  lab: DirectoryLab,
  controller: SambaController,
  { userPrincipalName, password }: Account,
  ...query: readonly string[]
): Promise<string> {
  const server = ['-LLL', '-H', `ldaps://${controller.address}`, '-D', userPrincipalName, '-w', password];
  const env = { ...process.env, LDAPTLS_CACERT: lab.authority.path, LDAPTLS_REQCERT: 'demand' };
  return runCommand('ldapsearch', [...server, '-o', 'ldif-wrap=no', ...query], { env });
}

/** What the server says of itself. */
const rootEntry = ['-b', '', '-s', 'base', 'dnsHostName', 'currentTime'];

/** Gets a ticket for the LDAP service of a controller with the keys of somebody. @returns what klist says. */
async function ticketFor(
  lab: DirectoryLab,
  keytab: string,
  person: string,
  service: string,
): Promise<string> {
  const cache = path.join(lab.directory, `${person}.tickets`);
  const env = { ...process.env, KRB5_CONFIG: lab.kerberosConfiguration };
  await runCommand('kinit', ['-k', '-t', keytab, '-c', cache, person], { env });
  await runCommand('kvno', ['-c', cache, service], { env });
  return runCommand('klist', ['-c', cache], { env });
}

describe.skipIf(!availability.available)('directory lab', () => {
  let lab: DirectoryLab;

  beforeAll(async () => {
    lab = await startDirectoryLab({ secondController: true, partner: true });
  });

  afterAll(() => lab.stop());

  it.each([['alice'], ['bob'], ['reader'], ['authorizationReader'], ['lockable']] as const)(
    'lets %s sign in',
    async (key) => {
      const [first] = lab.controllers;
      expect(await search(lab, first, lab.users[key], ...rootEntry)).toContain(`dnsHostName: ${first.name}`);
    },
  );

  it.each(refusedUsers)('refuses %s with the sub-code %s', async (key, code) => {
    const answer = search(lab, lab.controllers[0], lab.users[key], ...rootEntry);
    await expect(answer).rejects.toThrow(`data ${code},`);
  });

  it.each([
    [389, 'the right password'],
    [389, 'a wrong password'],
    [3268, 'the right password'],
    [3268, 'a wrong password'],
  ])('takes nobody in without encryption, at port %i with %s', async (port, which) => {
    const { userPrincipalName, password } = lab.users.alice;
    const secret = which === 'the right password' ? password : 'wrong';
    const url = `ldap://${lab.controllers[0].address}:${port}`;
    const answer = runCommand('ldapsearch', [
      ...['-LLL', '-x', '-H', url, '-D', userPrincipalName, '-w', secret, ...rootEntry],
    ]);
    await expect(answer).rejects.toThrow('BindSimple: Transport encryption required.');
  });

  it('takes an empty password for a wrong one, where Windows says success', async () => {
    const { userPrincipalName, distinguishedName } = lab.users.alice;
    for (const name of [userPrincipalName, distinguishedName]) {
      const answer = search(lab, lab.controllers[0], { userPrincipalName: name, password: '' }, ...rootEntry);
      await expect(answer).rejects.toThrow('data 52e,');
    }
  });

  it.each(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const)(
    'speaks %s to who wants it',
    async (version) => {
      const [{ address, name }] = lab.controllers;
      const wanted = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' } as const;
      const socket = connect({
        ...{ host: address, port: 636, servername: name, ca: lab.authority.pem, ...wanted },
      });
      await once(socket, 'secureConnect');
      expect(socket.getProtocol()).toBe(version);
      socket.destroy();
    },
  );

  it('names its controllers in its DNS, and others when told so', async () => {
    const resolver = new Resolver();
    resolver.setServers([lab.dns.address]);
    const [first, second] = lab.controllers;
    expect(await resolver.resolveSrv(`_ldap._tcp.dc._msdcs.${lab.domain}`)).toMatchObject([
      { name: first.name, port: 389, priority: 0, weight: 100 },
      { name: second?.name, port: 389 },
    ]);
    expect(await resolver.resolve4(first.name)).toEqual([first.address]);
    expect(await resolver.resolveSrv(`_gc._tcp.${lab.partner?.domain.name ?? ''}`)).toMatchObject([
      { name: lab.partner?.controller.name, port: 3268 },
    ]);
    await expect(resolver.resolve4('elsewhere.example.test')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    const dead = { name: `dc0.${lab.domain}`, address: lab.unusedAddress(100) };
    lab.dns.announce(lab.domain, [dead, ...lab.controllers]);
    expect(await resolver.resolveSrv(`_ldap._tcp.${lab.domain}`)).toHaveLength(3);
    lab.dns.announce(lab.domain, lab.controllers);
  });

  it('lets people of either forest get tickets for the other', async () => {
    const corpService = 'ldap/dc2.corp.example.test@CORP.EXAMPLE.TEST';
    const keys = (await lab.partner?.controller.keytab('pat')) ?? '';
    expect(await ticketFor(lab, keys, 'pat@PARTNER.EXAMPLE.TEST', corpService)).toContain(corpService);
    const partnerService = 'ldap/dc1.partner.example.test@PARTNER.EXAMPLE.TEST';
    const alice = await ticketFor(lab, await lab.keytab('alice'), 'alice@CORP.EXAMPLE.TEST', partnerService);
    expect(alice).toContain(partnerService);
  });

  it('shows the trust to a normal user', async () => {
    const trusts = ['-b', `CN=System,${lab.root}`, '(objectClass=trustedDomain)', 'trustPartner'];
    const seen = await search(lab, lab.controllers[0], lab.users.reader, ...trusts);
    expect(seen).toContain(`trustPartner: ${lab.partner?.domain.name ?? ''}`);
  });

  it('goes silent while it is paused, and answers afterwards', async () => {
    const [first, second] = lab.controllers;
    first.pause();
    let answered = false;
    const answer = search(lab, first, lab.users.alice, ...rootEntry).finally(() => (answered = true));
    await search(lab, second ?? first, lab.users.alice, ...rootEntry);
    expect(answered).toBe(false);
    first.resume();
    expect(await answer).toContain('dnsHostName');
  });

  it('lets only those read tokens who may, once it is hardened', async () => {
    await lab.changes.restrictReading();
    const tokens = ['-b', lab.users.bob.distinguishedName, '-s', 'base', 'tokenGroupsGlobalAndUniversal'];
    const [first] = lab.controllers;
    expect(await search(lab, first, lab.users.reader, ...tokens)).not.toContain('tokenGroups');
    expect(await search(lab, first, lab.users.authorizationReader, ...tokens)).toContain('tokenGroups');
  });

  it('changes people and groups on every controller', async () => {
    await lab.changes.changeGroup(lab.groups.consoleAdmins, { add: [lab.users.disabled] });
    const renamed = await lab.changes.rename(lab.users.disabled, 'Dora "D", Enabled');
    await lab.changes.enable(renamed);
    await lab.changes.remove(lab.users.expiredAccount);
    for (const controller of lab.controllers) {
      const people = await search(lab, controller, lab.users.disabled, '-b', lab.root, '(objectClass=user)');
      expect(people).toContain('cn: Dora "D", Enabled');
      expect(people).toContain(`memberOf: ${lab.groups.consoleAdmins.distinguishedName}`);
      expect(people).not.toContain(lab.users.expiredAccount.mail);
    }
  });

  it('shows another certificate after a restart', async () => {
    const controller = lab.controllers[1] ?? lab.controllers[0];
    await controller.restart('unknownAuthority');
    await expect(search(lab, controller, lab.users.alice, ...rootEntry)).rejects.toThrow("Can't contact");
    await controller.restart('good');
    expect(await search(lab, controller, lab.users.alice, ...rootEntry)).toContain('dnsHostName');
  });

  it('leaves no process and no folder behind, also beside another lab and with a wrong clock', async () => {
    const late = await startDirectoryLab({ clockAheadSeconds: -86_400 * 366 });
    const [controller] = late.controllers;
    expect(controller.address).not.toBe(lab.controllers[0].address);
    const lastYear = String(new Date(Date.now() - 86_400_000 * 366).getUTCFullYear());
    const env = { ...process.env, LDAPTLS_REQCERT: 'never' };
    const url = `ldap://${controller.address}`;
    expect(await runCommand('ldapsearch', ['-LLL', '-x', '-H', url, ...rootEntry], { env })).toContain(
      `currentTime: ${lastYear}`,
    );
    expect(findLabProcesses(late.directory)).toContain(controller.processId());
    await late.stop();
    await late.stop();
    expect(findLabProcesses(late.directory)).toEqual([]);
    expect(existsSync(late.directory)).toBe(false);
  });
});
