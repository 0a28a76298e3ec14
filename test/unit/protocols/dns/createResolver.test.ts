import { describe, expect, it } from 'vitest';
import { createResolver } from '../../../../electron/protocols/dns/createResolver.ts';
import { DnsError } from '../../../../electron/protocols/dns/dnsError.ts';
import {
  decodeAddress,
  decodeDnsReply,
  decodeService,
  encodeDnsQuestion,
} from '../../../../electron/protocols/dns/dnsMessage.ts';
import { dnsName, dnsRecord, dnsReply, serviceData } from '../../../lab/directory/dnsMessage.ts';
import { expectReadOrRefused } from '../brokenBytes.ts';
import { startScriptedDns } from './scriptedDns.ts';

const name = '_ldap._tcp.corp.example.test';
const service = serviceData(0, 100, 389, dnsName('dc1.corp.example.test'));
const services = [dnsRecord(33, service)];
const truncated = 0x0200;

describe('a resolver', () => {
  it('reads services and addresses', async () => {
    await using server = await startScriptedDns((query) => {
      const type = query.readUInt16BE(query.length - 4);
      if (type === 33) return dnsReply(query, services);
      if (type === 1)
        return dnsReply(query, [
          dnsRecord(5, dnsName('other.test')),
          dnsRecord(1, Buffer.from([192, 0, 2, 7])),
        ]);
      return dnsReply(query, [dnsRecord(28, Buffer.from('20010db8000000000000000000000001', 'hex'))]);
    });
    const resolver = createResolver([server.address]);
    expect(await resolver.resolveSrv(name)).toEqual([
      { priority: 0, weight: 100, port: 389, name: 'dc1.corp.example.test' },
    ]);
    expect(await resolver.resolve4('dc1.corp.example.test')).toEqual(['192.0.2.7']);
    expect(await resolver.resolve6('dc1.corp.example.test')).toEqual(['2001:db8::1']);
    expect(resolver.getServers()).toEqual([server.address]);
  });

  it('reads targets that are compressed, as those of Samba', async () => {
    // Behind the header and the labels _ldap and _tcp stands corp.example.test.
    const compressed = Buffer.concat([Buffer.from('\x03dc1'), Buffer.from([0xc0, 12 + 11])]);
    await using server = await startScriptedDns((query) =>
      dnsReply(query, [
        dnsRecord(33, serviceData(1, 2, 3, compressed)),
        dnsRecord(33, serviceData(0, 0, 0, dnsName(''))),
      ]),
    );
    const found = await createResolver([server.address]).resolveSrv(name);
    expect(found.map((record) => record.name)).toEqual(['dc1.corp.example.test', '']);
  });

  it('asks by TCP for what is too long for a datagram', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      dnsRecord(33, serviceData(0, index, 389, dnsName(`dc${index}.test`))),
    );
    await using server = await startScriptedDns((query, transport) =>
      transport === 'udp' ? dnsReply(query, [], truncated) : dnsReply(query, many),
    );
    expect(await createResolver([server.address]).resolveSrv(name)).toHaveLength(60);
    expect(server.asked).toEqual([`udp ${name}`, `tcp ${name}`]);
  });

  it.each([
    ['no such name', 3, 'ENOTFOUND'],
    ['a failure of the server', 2, 'ESERVFAIL'],
    ['a refusal', 5, 'EREFUSED'],
    ['a question not understood', 1, 'EFORMERR'],
    ['a code that nobody knows', 11, 'EBADRESP'],
    ['no record of this type', 0, 'ENODATA'],
  ])('tells of %s', async (_case, flags, code) => {
    await using server = await startScriptedDns((query) => dnsReply(query, [], flags));
    await expect(createResolver([server.address]).resolveSrv(name)).rejects.toMatchObject({ code });
  });

  it('asks the next server when one is silent, fails or is not there, but not for a name that does not exist', async () => {
    await using silent = await startScriptedDns(() => null);
    await using failing = await startScriptedDns((query) => dnsReply(query, [], 2));
    await using good = await startScriptedDns((query) => dnsReply(query, services));
    await using unknowing = await startScriptedDns((query) => dnsReply(query, [], 3));
    const servers = [silent.address, failing.address, good.address];
    expect(await createResolver(servers, 20).resolveSrv(name)).toHaveLength(1);
    const asked = createResolver([unknowing.address, good.address]).resolveSrv(name);
    await expect(asked).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it('repeats a question whose datagram was lost', async () => {
    let received = 0;
    await using server = await startScriptedDns((query) => {
      received += 1;
      return received === 1 ? null : dnsReply(query, services);
    });
    expect(await createResolver([server.address], 400).resolveSrv(name)).toHaveLength(1);
  });

  it('passes over what answers another question', async () => {
    await using server = await startScriptedDns((query) => {
      const otherId = Buffer.from(query);
      otherId.writeUInt16BE((query.readUInt16BE(0) + 1) % 65_536);
      return dnsReply(otherId, services);
    });
    await expect(createResolver([server.address], 30).resolveSrv(name)).rejects.toMatchObject({
      code: 'ETIMEOUT',
    });
  });

  it('says that nobody listens, and that the time is over', async () => {
    const closed = await startScriptedDns(() => null);
    await closed[Symbol.asyncDispose]();
    await expect(createResolver([closed.address]).resolve4('a.test')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await using silent = await startScriptedDns(() => null);
    await expect(createResolver([silent.address], 10).resolve4('a.test')).rejects.toMatchObject({
      code: 'ETIMEOUT',
    });
  });

  it('ends all questions when it is cancelled', async () => {
    const arrived = Promise.withResolvers<undefined>();
    await using silent = await startScriptedDns(() => {
      arrived.resolve(undefined);
      return null;
    });
    const resolver = createResolver([silent.address], 60_000);
    const asked = Promise.allSettled([resolver.resolveSrv(name), resolver.resolve6(name)]);
    await arrived.promise;
    resolver.cancel();
    const outcomes = await asked;
    expect(outcomes).toMatchObject([{ reason: { code: 'ECANCELLED' } }, { reason: { code: 'ECANCELLED' } }]);
  });

  it.each([
    [['192.0.2.1'], ['192.0.2.1']],
    [
      ['192.0.2.1:53', '192.0.2.1:5353'],
      ['192.0.2.1', '192.0.2.1:5353'],
    ],
    [
      ['[2001:db8::1]:5353', '2001:db8::2'],
      ['[2001:db8::1]:5353', '2001:db8::2'],
    ],
  ])('takes the servers %j', (given, shown) => {
    expect(createResolver(given).getServers()).toEqual(shown);
  });

  it('refuses a server that is no address, and asks those of the machine without any', () => {
    expect(() => createResolver(['dns.example.test'])).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_IP_ADDRESS' }),
    );
    expect(createResolver([]).getServers()).toEqual(createResolver(null).getServers());
  });
});

describe('a reply of DNS', () => {
  const question = { id: 7, name, type: 'SRV' } as const;
  const query = encodeDnsQuestion(question);
  const good = dnsReply(query, services);

  const readAll = (bytes: Buffer): unknown => {
    const reply = decodeDnsReply(bytes, question);
    return reply?.records.map((record) => [
      decodeService(record),
      record.end - record.start > 16 || decodeAddress(record),
    ]);
  };

  it('that is broken is read or refused', () => {
    expectReadOrRefused({ good, headBytes: 12, read: readAll, refusal: DnsError, runs: 30_000 });
  });
});
