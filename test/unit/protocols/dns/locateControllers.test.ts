import type { SrvRecord } from 'node:dns';
import { describe, expect, it } from 'vitest';
import type { DirectoryResolver } from '../../../../electron/protocols/dns/createResolver.ts';
import { DnsError, type DnsErrorCode } from '../../../../electron/protocols/dns/dnsError.ts';
import { findHostAddresses } from '../../../../electron/protocols/dns/hostAddresses.ts';
import {
  locateControllers,
  type LocateRequest,
} from '../../../../electron/protocols/dns/locateControllers.ts';

const srv = (name: string, priority = 0, weight = 100): SrvRecord => ({ name, port: 389, priority, weight });

type Zone = {
  srv?: Record<string, SrvRecord[]>;
  a?: Record<string, string[]>;
  aaaa?: Record<string, string[]>;
};

/** Answers from a zone; names that are not in it fail with `missing`. */
const zone = ({ srv: services = {}, a = {}, aaaa = {} }: Zone, missing: DnsErrorCode = 'ENOTFOUND') => {
  const asked: string[] = [];
  const answer = async <Item>(records: Record<string, Item[]>, name: string): Promise<Item[]> => {
    asked.push(name);
    const found = records[name];
    if (found === undefined) throw new DnsError(missing);
    return found;
  };
  const resolver: DirectoryResolver = {
    resolveSrv: (name) => answer(services, name),
    resolve4: (name) => answer(a, name),
    resolve6: (name) => answer(aaaa, name),
    getServers: () => ['192.0.2.53'],
    cancel: () => undefined,
  };
  return { resolver, asked };
};

const { signal } = new AbortController();
const domain = 'corp.example.test';

const locate = (resolver: DirectoryResolver, request: Partial<LocateRequest> = {}) =>
  locateControllers({ domain, forest: null, site: null, ...request }, { resolver, random: () => 0 }, signal);

const controllers = `_ldap._tcp.dc._msdcs.${domain}`;
const ofSite = `_ldap._tcp.geneva._sites.dc._msdcs.${domain}`;

describe('finding the controllers of a domain', () => {
  it('gives them in order with their addresses', async () => {
    const { resolver } = zone({
      srv: { [controllers]: [srv('DC2.corp.example.test.', 10), srv('dc1.corp.example.test', 0)] },
      a: { 'dc1.corp.example.test': ['192.0.2.1'], 'dc2.corp.example.test': ['192.0.2.2'] },
      aaaa: { 'dc1.corp.example.test': ['2001:db8::1'] },
    });
    const found = await locate(resolver);
    expect(found.controllers).toEqual([
      {
        host: 'dc1.corp.example.test',
        port: 389,
        addresses: ['192.0.2.1', '2001:db8::1'],
        priority: 0,
        weight: 100,
        site: false,
      },
      {
        host: 'dc2.corp.example.test',
        port: 389,
        addresses: ['192.0.2.2'],
        priority: 10,
        weight: 100,
        site: false,
      },
    ]);
    expect(found.dnsServers).toEqual(['192.0.2.53']);
  });

  it('puts those of the site first, and each once', async () => {
    const all = [srv('dc1.test', 0), srv('dc2.test', 0), srv('dc3.test', 0)];
    const { resolver } = zone({ srv: { [controllers]: all, [ofSite]: [srv('DC3.test')] } });
    const found = await locate(resolver, { site: 'Geneva' });
    expect(found.controllers.map(({ host, site }) => [host, site])).toEqual([
      ['dc3.test', true],
      ['dc1.test', false],
      ['dc2.test', false],
    ]);
  });

  it('takes those of the domain where the zone _msdcs is missing', async () => {
    const { resolver } = zone({ srv: { [`_ldap._tcp.${domain}`]: [srv('dc1.test')] } });
    const found = await locate(resolver);
    expect(found.controllers.map(({ host }) => host)).toEqual(['dc1.test']);
    expect(found.services.controllers).toMatchObject({
      failure: 'noSuchName',
      code: 'ENOTFOUND',
      records: [],
    });
  });

  it('asks for every service of the domain, and the global catalog of the forest', async () => {
    const { resolver, asked } = zone({});
    await locate(resolver, { forest: 'example.test', site: 'Geneva' });
    expect(asked.toSorted()).toEqual(
      [
        ...[controllers, ofSite, `_ldap._tcp.pdc._msdcs.${domain}`, `_ldap._tcp.${domain}`],
        ...[`_kerberos._tcp.${domain}`, `_kerberos._udp.${domain}`, `_kpasswd._tcp.${domain}`],
        '_gc._tcp.example.test',
      ].toSorted(),
    );
  });

  it.each([
    ['ENOTFOUND', 'noSuchName'],
    ['ENODATA', 'noRecord'],
    ['ESERVFAIL', 'serverFailed'],
    ['EREFUSED', 'refused'],
    ['ETIMEOUT', 'timedOut'],
    ['ECONNREFUSED', 'unreachable'],
    ['EBADRESP', 'unusable'],
  ] as const)('tells %s apart as %s', async (code, failure) => {
    const found = await locate(zone({}, code).resolver);
    expect(found.controllers).toEqual([]);
    expect(found.services.kerberosTcp).toMatchObject({ name: `_kerberos._tcp.${domain}`, failure, code });
  });

  it('keeps a controller whose name has no address, and says so', async () => {
    const { resolver } = zone({ srv: { [controllers]: [srv('dc1.test'), srv('bad name.test')] } });
    const found = await locate(resolver);
    expect(found.controllers.map(({ addresses }) => addresses)).toEqual([[], []]);
    expect(found.hosts.flatMap(({ answers }) => answers.map(({ failure }) => failure))).toEqual([
      'noSuchName',
      'noSuchName',
    ]);
  });

  it('never asks for what is no name', async () => {
    const { resolver, asked } = zone({});
    await expect(locate(resolver, { domain: 'a b' })).rejects.toMatchObject({ code: 'EBADNAME' });
    await expect(locate(resolver, { forest: '*' })).rejects.toMatchObject({ code: 'EBADNAME' });
    expect(asked).toEqual([]);
    await locate(resolver, { site: 'x._msdcs.evil.test' });
    expect(asked.join()).not.toContain('evil');
  });

  it('cancels the questions when it is called off', async () => {
    const stop = new AbortController();
    const cancelled = Promise.withResolvers<never>();
    cancelled.promise.catch(() => undefined);
    const resolver: DirectoryResolver = {
      ...zone({}).resolver,
      resolveSrv: () => cancelled.promise,
      cancel: () => cancelled.reject(new DnsError('ECANCELLED')),
    };
    const request = { domain, forest: null, site: null };
    const located = locateControllers(request, { resolver, random: () => 0 }, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(located).rejects.toThrow('stopped');
  });
});

describe('the addresses of a controller that somebody typed', () => {
  it('are asked of DNS, except when it is one itself', async () => {
    const { resolver, asked } = zone({ a: { 'dc1.test': ['192.0.2.1'] } });
    expect((await findHostAddresses('DC1.test', resolver, signal)).addresses).toEqual(['192.0.2.1']);
    expect((await findHostAddresses('2001:db8::1', resolver, signal)).addresses).toEqual(['2001:db8::1']);
    expect(asked).toEqual(['dc1.test', 'dc1.test']);
  });
});
