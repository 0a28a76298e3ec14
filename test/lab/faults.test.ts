import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openFilteredPort } from './faults/filteredPort.ts';
import type { LoopbackServer } from './faults/loopbackServer.ts';
import * as replies from './faults/replyFaults.ts';
import * as silence from './faults/silentFaults.ts';
import type { SmtpMoment } from './faults/smtpScript.ts';
import * as tlsFaults from './faults/tlsFaults.ts';
import { type LineClient, openLineClient } from './lineClient.ts';

const open: { close(): Promise<void> | void }[] = [];

async function openServer<Server extends LoopbackServer>(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  open.push(server);
  return server;
}

async function openClient({ port }: LoopbackServer): Promise<LineClient> {
  const client = await openLineClient(port);
  open.push(client);
  return client;
}

/** What comes within a moment; silence cannot be awaited by event. */
function lineWithin(client: LineClient, milliseconds: number): Promise<string | undefined> {
  return Promise.race([client.readLine(), pause(milliseconds, 'nothing')]);
}

async function greeted(server: LoopbackServer): Promise<LineClient> {
  const client = await openClient(server);
  await client.readReply();
  return client;
}

afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

describe('servers that say nothing useful', () => {
  it('stays silent, counts connections and keeps what it gets', async () => {
    const server = await openServer(silence.silentServer());
    const client = await openClient(server);
    client.send('hello?');
    expect(await lineWithin(client, 30)).toBe('nothing');
    expect(server.connections()).toBe(1);
    expect(server.received).toEqual(['hello?']);
  });

  it('closes at once in order', async () => {
    const client = await openClient(await openServer(silence.closesAtOnce()));
    expect(await client.readLine()).toBeUndefined();
  });

  it('resets the connection at once', async () => {
    const server = await openServer(silence.closesAtOnce('reset'));
    await expect(once(connect(server.port, '127.0.0.1'), 'close')).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  it('drips a greeting that never ends', async () => {
    const client = await openClient(await openServer(silence.slowDrip(1)));
    expect(await client.readLine()).toBe('220-please hold the line');
    expect(await client.readLine()).toBe('220-please hold the line');
  });

  it('sends a line without end until the client leaves', async () => {
    const client = await openClient(await openServer(silence.endlessLine()));
    expect(await lineWithin(client, 30)).toBe('nothing');
  });

  it('drops connection attempts on a filtered port', async (context) => {
    const filtered = await openFilteredPort();
    if (!filtered.available) return context.skip(filtered.reason);
    const socket = connect(filtered.port, '127.0.0.1');
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => 'connected'),
      pause(100, 'no answer'),
    ]);
    socket.on('error', () => socket.destroy()).destroy();
    await filtered.close();
    expect(outcome).toBe('no answer');
  });
});

describe('servers with faulty replies', () => {
  it.each([
    ['garbage', replies.garbageGreeting, /^\x00\xffHTTP\/1\.1 400 Bad Request/],
    ['8-bit garbage', replies.eightBitGarbage, /^220 \x80\xc3\(\xfe\xff$/],
    ['554', replies.refusingGreeting, /^554 5\.7\.1/],
    ['421', replies.busyGreeting, /^421 4\.3\.2/],
  ])('greets with %s', async (_, start, expected) => {
    const client = await openClient(await openServer(start()));
    expect(await client.readLine()).toMatch(expected);
  });

  it('answers EHLO with garbage', async () => {
    const client = await greeted(await openServer(replies.garbageAfterEhlo()));
    expect(await client.ask('EHLO test.example')).toContain('GARBAGE');
  });

  it('answers EHLO at great length', async () => {
    const client = await greeted(await openServer(replies.hugeEhlo(5000)));
    client.send('EHLO test.example');
    expect(await client.readReply()).toHaveLength(5000);
  });

  it('offers neither STARTTLS nor AUTH', async () => {
    const client = await greeted(await openServer(replies.noStartTlsNoAuth()));
    expect(await client.ask('EHLO test.example')).not.toMatch(/STARTTLS|AUTH/);
    expect(await client.ask('STARTTLS')).toMatch(/^502/);
    expect(await client.ask('AUTH PLAIN AGEAYg==')).toMatch(/^503/);
  });

  it('takes a password in the clear and keeps it', async () => {
    const server = await openServer(replies.plainTextAuth());
    const client = await greeted(server);
    await client.ask('EHLO test.example');
    expect(await client.ask('AUTH PLAIN AGEAYg==')).toMatch(/^235/);
    expect(server.received).toEqual(['EHLO test.example', 'AUTH PLAIN AGEAYg==']);
  });

  it.each<[SmtpMoment, readonly string[]]>([
    ['GREETING', []],
    ['EHLO', ['EHLO x']],
    ['AUTH', ['EHLO x', 'AUTH PLAIN AGEAYg==']],
    ['MAIL', ['EHLO x', 'MAIL FROM:<a@b>']],
    ['RCPT', ['EHLO x', 'MAIL FROM:<a@b>', 'RCPT TO:<c@d>']],
    ['DATA', ['EHLO x', 'MAIL FROM:<a@b>', 'RCPT TO:<c@d>', 'DATA']],
    ['.', ['EHLO x', 'MAIL FROM:<a@b>', 'RCPT TO:<c@d>', 'DATA', 'text\r\n.']],
  ])('hangs up at %s', async (moment, commands) => {
    const client = await greeted(await openServer(replies.hangsUpAt(moment)));
    const answers: string[] = [];
    for (const command of commands) answers.push(await client.ask(command));
    expect(answers.map((answer) => answer.slice(0, 1)).join('')).toMatch(/^[23]*$/);
    expect(answers.at(-1) ?? '').toBe('');
  });
});

describe('servers with faulty STARTTLS', () => {
  it('refuses it for now', async () => {
    const client = await greeted(await openServer(tlsFaults.startTlsRefused()));
    expect(await client.ask('EHLO test.example')).toContain('STARTTLS');
    expect(await client.ask('STARTTLS')).toMatch(/^454 4\.7\.0/);
  });

  it('accepts it and then speaks no TLS', async () => {
    const client = await greeted(await openServer(tlsFaults.garbageInsteadOfTls()));
    expect(await client.ask('STARTTLS')).toMatch(/^220/);
    await expect(client.secure({})).rejects.toThrow(/wrong version number|packet length/);
  });

  it('accepts it and then stays silent', async () => {
    const client = await greeted(await openServer(tlsFaults.silentAfterStartTls()));
    expect(await client.ask('STARTTLS')).toMatch(/^220/);
    const handshake = client.secure({}).then(() => 'secured');
    expect(await Promise.race([handshake, pause(30, 'nothing')])).toBe('nothing');
    client.close();
    await expect(handshake).rejects.toThrow();
  });
});
