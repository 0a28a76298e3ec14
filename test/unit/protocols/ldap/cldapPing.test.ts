import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { encodePing, readPingAnswer } from '../../../../electron/protocols/ldap/cldapMessage.ts';
import { cldapPing } from '../../../../electron/protocols/ldap/cldapPing.ts';
import { LdapProtocolError } from '../../../../electron/protocols/ldap/ldapProtocolError.ts';
import { foundMessage, resultMessage } from '../../../lab/faults/directoryAnswer.ts';
import { readDirectoryMessage } from '../../../lab/faults/directoryMessage.ts';
import { expectReadOrRefused } from '../brokenBytes.ts';
import { encodeNetlogon } from './netlogonSamples.ts';

const done = (id: number): Buffer => resultMessage(id, 'search', {});

const answer = (id: number, value = encodeNetlogon()): Buffer =>
  Buffer.concat([foundMessage(id, { dn: '', attributes: { Netlogon: [value] } }), done(id)]);

const idOf = (question: Buffer): number => readDirectoryMessage(question).messageId;

type Reply = (question: Buffer, send: (datagram: Buffer) => void, client: RemoteInfo) => void;

const startController = async (reply: Reply) => {
  const socket = createSocket('udp4');
  socket.on('message', (question, client) =>
    reply(question, (datagram) => socket.send(datagram, client.port, client.address), client),
  );
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    [Symbol.asyncDispose]: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
};

const ping = (port: number, limitMs = 30_000, signal = new AbortController().signal) =>
  cldapPing(
    { address: '127.0.0.1', port, domain: 'corp.example.test', client: 'SRV01' },
    { limitMs },
    signal,
  );

describe('a ping of a controller', () => {
  it('gives what the controller says', async () => {
    await using controller = await startController((question, send) => send(answer(idOf(question))));
    expect(await ping(controller.port)).toMatchObject({
      response: { form: 'extended', host: 'dc1.corp.example.test', clientSite: 'Zürich' },
      sent: 1,
    });
  });

  it('asks for the domain, and for the form that Windows gives', async () => {
    const asked: Buffer[] = [];
    await using controller = await startController((question, send) => {
      asked.push(question);
      send(answer(idOf(question)));
    });
    await ping(controller.port);
    const text = asked[0]?.toString('latin1');
    for (const part of [
      'DnsDomain\x04\x11corp.example.test',
      'Host\x04\x05SRV01',
      'NtVer\x04\x04\x16\0\0\0',
      'netlogon',
    ])
      expect(text).toContain(part);
  });

  it('asks again when the datagram is lost', async () => {
    let received = 0;
    await using controller = await startController((question, send) => {
      received += 1;
      if (received === 2) send(answer(idOf(question)));
    });
    expect(await ping(controller.port)).toMatchObject({ sent: 2 });
  });

  it('passes over answers to other questions and from others', async () => {
    const stranger = createSocket('udp4');
    await using controller = await startController((question, send, client) => {
      const forged = answer(idOf(question), encodeNetlogon({ opcode: 25 }));
      stranger.send(forged, client.port, client.address, () => {
        send(answer(idOf(question) + 1, encodeNetlogon({ opcode: 24 })));
        send(answer(idOf(question)));
      });
    });
    expect(await ping(controller.port)).toMatchObject({ response: { state: 'ready' } });
    stranger.close();
  });

  it.each([
    ['one of other domains', (id: number) => done(id), 'otherDomain'],
    ['one that is no LDAP', () => Buffer.from('HTTP/1.1 400'), 'malformed'],
    ['one that is cut off', (id: number) => answer(id).subarray(0, -3), 'malformed'],
    ['one whose Netlogon is none', (id: number) => answer(id, Buffer.from('x')), 'malformed'],
  ])('tells of %s', async (_case, reply, code) => {
    await using controller = await startController((question, send) => send(reply(idOf(question))));
    await expect(ping(controller.port)).rejects.toMatchObject({ name: 'PingError', code });
  });

  it('tells a closed port from silence', async () => {
    const closed = await startController(() => undefined);
    await closed[Symbol.asyncDispose]();
    await expect(ping(closed.port)).rejects.toMatchObject({ code: 'refused', words: 'ECONNREFUSED' });
    await using silent = await startController(() => undefined);
    await expect(ping(silent.port, 20)).rejects.toMatchObject({ code: 'timedOut' });
  });

  it('ends when it is called off, before and while it waits', async () => {
    const stop = new AbortController();
    await using controller = await startController(() => stop.abort(new Error('stopped')));
    await expect(ping(controller.port, 30_000, stop.signal)).rejects.toThrow('stopped');
    await expect(ping(controller.port, 30_000, stop.signal)).rejects.toThrow('stopped');
  });
});

describe('a datagram', () => {
  it('that is broken is read or refused', () => {
    const read = (bytes: Buffer) => readPingAnswer(bytes, 7);
    expectReadOrRefused({ good: answer(7), headBytes: 7, read, refusal: LdapProtocolError, runs: 50_000 });
  });

  it('is small enough for every network, with the longest names too', () => {
    const longest = `${'a'.repeat(63)}.`.repeat(4).slice(0, 253);
    expect(encodePing({ messageId: 2 ** 31 - 1, domain: longest, client: longest }).length).toBeLessThan(
      1_200,
    );
  });
});
