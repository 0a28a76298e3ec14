import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createResolver } from '../../../electron/protocols/dns/createResolver.ts';
import { locateControllers } from '../../../electron/protocols/dns/locateControllers.ts';
import { cldapPing } from '../../../electron/protocols/ldap/cldapPing.ts';
import { directoryPorts } from '../../../electron/protocols/ldap/directoryPorts.ts';
import { probePorts } from '../../../electron/protocols/net/probePorts.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';

const availability = await ensureDirectoryServers();
const { signal } = new AbortController();
const site = 'Default-First-Site-Name';

describe.skipIf(!availability.available)('a domain that is looked for', () => {
  let lab: DirectoryLab;

  beforeAll(async () => {
    lab = await startDirectoryLab();
  });

  afterAll(() => lab.stop());

  const locate = (server: string, domain = lab.domain) =>
    locateControllers(
      { domain, forest: null, site },
      { resolver: createResolver([server]), random: Math.random },
      signal,
    );

  it('is found in DNS, with the address of each controller', async () => {
    const [{ name, address }] = lab.controllers;
    const { controllers } = await locate(lab.dns.address);
    expect(controllers).toMatchObject([{ host: name, port: 389, addresses: [address] }]);
  });

  it('is found in the DNS of Samba too, which has every service', async () => {
    const [{ name, address }] = lab.controllers;
    const { controllers, services } = await locate(address);
    expect(controllers).toMatchObject([{ host: name, port: 389, site: true }]);
    const ports = Object.entries(services).map(([service, answer]) => [service, answer.records[0]?.port]);
    expect(Object.fromEntries(ports)).toEqual({
      ...{ siteControllers: 389, controllers: 389, primaryController: 389, ldap: 389 },
      ...{ kerberosTcp: 88, kerberosUdp: 88, passwordChange: 464, globalCatalog: 3268 },
    });
  });

  it('is not found where it is not, or where nobody answers', async () => {
    const other = await locate(lab.dns.address, 'other.example.test');
    expect(other.controllers).toEqual([]);
    expect(other.services.controllers?.failure).toBe('noSuchName');
    expect((await locate(lab.unusedAddress(150))).services.ldap?.failure).toBe('unreachable');
  });

  const ping = (address: string, domain = lab.domain) =>
    cldapPing({ address, domain, client: 'SRV01' }, { limitMs: 10_000 }, signal);

  it('says who its controller is', async () => {
    const [{ name, address }] = lab.controllers;
    const { response } = await ping(address);
    expect(response).toMatchObject({
      ...{ form: 'extended', state: 'ready', forest: lab.domain, domain: lab.domain, host: name },
      ...{ netbiosDomain: lab.netbiosName, netbiosComputer: 'DC1', user: '' },
      ...{ controllerSite: site, clientSite: site },
    });
    expect(response).toHaveProperty(
      'flags',
      expect.arrayContaining(['globalCatalog', 'kerberos', 'writable']),
    );
    expect(response).toHaveProperty(
      'domainGuid',
      expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    );
  });

  it('is not that of another controller, nor there where none is', async () => {
    const [{ address }] = lab.controllers;
    await expect(ping(address, 'other.example.test')).rejects.toMatchObject({ code: 'otherDomain' });
    await expect(ping(lab.unusedAddress(150))).rejects.toMatchObject({ code: 'refused' });
  });

  it('has its ports open', async () => {
    const [{ address }] = lab.controllers;
    const found = await probePorts(address, directoryPorts, signal, { limitMs: 10_000 });
    // The lab runs without file server.
    const expected = directoryPorts.map((port) => [port, port === 445 ? 'refused' : 'open']);
    expect(found.map(({ port, state }) => [port, state])).toEqual(expected);
  });

  it('is silent while its controller is frozen', async () => {
    const [controller] = lab.controllers;
    controller.pause();
    const asked = cldapPing(
      { address: controller.address, domain: lab.domain, client: 'SRV01' },
      { limitMs: 50 },
      signal,
    );
    await expect(asked).rejects.toMatchObject({ code: 'timedOut' });
    controller.resume();
    expect(await ping(controller.address)).toMatchObject({ response: { state: 'ready' } });
  });
});
