import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResolvedSmtp } from '../../../electron/services/mail/resolvedProfile.ts';
import { createMessageSender, MessageNotSent } from '../../../electron/services/mail/sendMessage.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import type { SmtpScript } from '../../lab/faults/smtpScript.ts';
import { createTestPool, parts, password, seeProof, signIn, smtpValues } from './proofLab.ts';

const never = new AbortController().signal;
const code = 'A-CODE-OF-A-MAIL';
const message = { to: ['anna@corp.example'], subject: 'S', text: 'T', language: 'en' };

let servers: ScriptedSmtp[];
let testPool: ReturnType<typeof createTestPool>;

beforeEach(() => {
  servers = [];
  testPool = createTestPool();
});
afterEach(async () => {
  await testPool.pool.close();
  await Promise.all(servers.map((server) => server.close()));
});

const serve = async (script: SmtpScript = {}): Promise<ScriptedSmtp> => {
  const server = await scriptedSmtp(script);
  servers.push(server);
  return server;
};
const valuesFor = ({ port }: ScriptedSmtp, changes: Partial<ResolvedSmtp> = {}): ResolvedSmtp =>
  smtpValues({ port, authentication: signIn('alice'), ...changes });

const send = (values: ResolvedSmtp, signal = never) =>
  createMessageSender(parts, testPool.pool)(values, message, signal);
const verbs = ({ received }: ScriptedSmtp): string[] =>
  received.map((line) => line.split(/[ :]/, 1)[0] ?? '').filter((verb) => /^[A-Z]{4}$/.test(verb));
const countOf = (server: ScriptedSmtp, verb: string): number =>
  verbs(server).filter((one) => one === verb).length;
const gone = (server: ScriptedSmtp) => expect.poll(() => server.connections()).toBe(0);

describe('mails one after the other', () => {
  it('go over one connection with one sign-in, each after RSET', async () => {
    const server = await serve();
    const first = await send(valuesFor(server));
    const second = await send(valuesFor(server));
    const transaction = ['MAIL', 'RCPT', 'DATA'];
    expect(verbs(server)).toEqual(['EHLO', 'AUTH', ...transaction, 'RSET', ...transaction]);
    expect(server.messages[0]).toContain(first.messageId);
    expect(server.messages[1]).toContain(second.messageId);
    expect(second.reply).toMatchObject({ command: 'DATA', code: 250 });
  });

  it('share it whatever the sender, the limit and the name of the profile are', async () => {
    const server = await serve();
    await send(valuesFor(server));
    const from = { address: 'eve@corp.example', displayName: 'Eve' };
    await send(valuesFor(server, { from, name: 'another', maxConnections: 1, timeoutMs: 5_000 }));
    expect(countOf(server, 'AUTH')).toBe(1);
    expect(server.received).toContainEqual(expect.stringContaining('MAIL FROM:<eve@corp.example>'));
  });

  it.each<[string, Partial<ResolvedSmtp>]>([
    ['another password', { authentication: signIn('alice', 'another password') }],
    ['another user name', { authentication: signIn('bob') }],
    ['no sign-in', { authentication: { mode: 'none' } }],
    ['another protection', { encryption: 'starttlsIfOffered', authentication: { mode: 'none' } }],
    ['another name of the client', { clientName: 'other.corp.example' }],
    ['another trust', { trust: { mode: 'certificate', pem: '' } }],
  ])('do not share it with one that has %s', async (_, changes) => {
    const server = await serve();
    await send(valuesFor(server));
    await send(valuesFor(server, changes));
    expect(countOf(server, 'MAIL')).toBe(2);
    expect(countOf(server, 'RSET')).toBe(0);
  });

  it('show no secret that the server repeats on it', async () => {
    const server = await serve({
      RCPT: ({ occurrence }) => (occurrence > 1 ? `550 5.1.1 ${password} and ${code}` : '250 Ok'),
    });
    await send(valuesFor(server));
    const sender = createMessageSender(parts, testPool.pool);
    const error = await sender(valuesFor(server), { ...message, secrets: [code] }, never).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ reply: { code: 550 } });
    expect(JSON.stringify(error)).not.toMatch(new RegExp(`${password}|${code}`));
  });

  it('begin a new connection after a hundred: servers count, too', async () => {
    const server = await serve();
    for (let count = 0; count < 101; count += 1) await send(valuesFor(server));
    expect(countOf(server, 'AUTH')).toBe(2);
    expect(countOf(server, 'QUIT')).toBe(1);
    expect(server.messages).toHaveLength(101);
  });
});

describe('a kept connection', () => {
  it('takes its leave when nobody used it for a while', async () => {
    const server = await serve();
    await send(valuesFor(server));
    expect(server.connections()).toBe(1);
    testPool.passTime();
    await gone(server);
    expect(countOf(server, 'QUIT')).toBe(1);
    await send(valuesFor(server));
    expect(countOf(server, 'AUTH')).toBe(2);
  });

  it('takes its leave at the end of the program, and none is kept from then on', async () => {
    const server = await serve();
    await send(valuesFor(server));
    await testPool.pool.close();
    await gone(server);
    await send(valuesFor(server));
    await testPool.pool.close();
    await gone(server);
    expect(countOf(server, 'QUIT')).toBe(2);
  });

  it('makes room at once for a proof that would be one too many', async () => {
    const server = await serve();
    const values = valuesFor(server, { maxConnections: 1 });
    await send(values);
    expect((await seeProof(values)).outcome).toBe('passed');
    expect(verbs(server).slice(5, 7)).toEqual(['QUIT', 'EHLO']);
  });

  it('is not kept at all while a proof waits for its place', async () => {
    let proof: ReturnType<typeof seeProof> | undefined;
    const server = await serve({
      DATA: async ({ occurrence }) => {
        if (occurrence === 1) proof ??= seeProof(values);
        return '354 Go on';
      },
    });
    const values = valuesFor(server, { maxConnections: 1 });
    await send(values);
    expect((await proof)?.outcome).toBe('passed');
  });

  it('is closed when a mail is cancelled', async () => {
    const controller = new AbortController();
    const server = await serve({
      RSET: () => {
        controller.abort(new Error('enough'));
        return {};
      },
    });
    await send(valuesFor(server));
    await expect(send(valuesFor(server), controller.signal)).rejects.toThrow('enough');
    await gone(server);
    expect(server.messages).toHaveLength(1);
  });
});

describe('a kept connection that turns out dead', () => {
  const closing = '421 4.4.2 Timeout';

  it('while nobody used it is not even tried', async () => {
    const server = await serve({ '.': { send: '250 Ok', hangUp: 'end' } });
    await send(valuesFor(server));
    await gone(server);
    await send(valuesFor(server));
    expect(countOf(server, 'RSET')).toBe(0);
    expect(server.messages).toHaveLength(2);
  });

  it.each<[string, SmtpScript]>([
    ['at RSET with 421', { RSET: { send: closing, hangUp: 'end' } }],
    ['at RSET without a word', { RSET: { hangUp: 'end' } }],
    ['at RSET with a reset', { RSET: { hangUp: 'reset' } }],
    ['because it does not know RSET', { RSET: '502 5.5.1 No' }],
    ['because RSET is never answered', { RSET: {} }],
    ['at MAIL FROM with 421', { MAIL: ({ occurrence }) => (occurrence === 2 ? closing : '250 Ok') }],
    ['at MAIL FROM', { MAIL: ({ occurrence }) => (occurrence === 2 ? { hangUp: 'end' } : '250 Ok') }],
  ])('%s is replaced once by a new one, and the mail arrives once', async (_, script) => {
    const server = await serve(script);
    const values = valuesFor(server, { timeoutMs: 500 });
    await send(values);
    const { messageId } = await send(values);
    expect(countOf(server, 'AUTH')).toBe(2);
    expect(server.messages.filter((text) => text.includes(messageId))).toHaveLength(1);
  });

  it('is replaced only once', async () => {
    let mails = 0;
    const server = await serve({ MAIL: () => ((mails += 1) === 1 ? '250 Ok' : { hangUp: 'end' }) });
    await send(valuesFor(server));
    await expect(send(valuesFor(server))).rejects.toMatchObject({
      stage: 'envelope',
      finding: { code: 'connectionClosedByServer' },
    });
    expect(countOf(server, 'AUTH')).toBe(2);
  });

  it.each<[string, SmtpScript, string]>([
    [
      'the sender is refused',
      { MAIL: ({ occurrence }) => (occurrence > 1 ? '550 5.7.1 No' : '250 Ok') },
      'envelope',
    ],
    [
      'it breaks at RCPT TO',
      { RCPT: ({ occurrence }) => (occurrence > 1 ? { hangUp: 'end' } : '250 Ok') },
      'envelope',
    ],
    [
      'it breaks at DATA',
      { DATA: ({ occurrence }) => (occurrence > 1 ? { hangUp: 'end' } : '354 Go') },
      'deliver',
    ],
    [
      'it breaks after the message',
      { '.': ({ occurrence }) => (occurrence > 1 ? { hangUp: 'end' } : '250 Ok') },
      'deliver',
    ],
    [
      '421 follows the message',
      { '.': ({ occurrence }) => (occurrence > 1 ? '421 Later' : '250 Ok') },
      'deliver',
    ],
  ])(
    'is not replaced when %s: what the server did with the mail is not known, or final',
    async (_, script, stage) => {
      const server = await serve(script);
      await send(valuesFor(server));
      const error = await send(valuesFor(server)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(MessageNotSent);
      expect(error).toMatchObject({ stage });
      expect(countOf(server, 'EHLO')).toBe(1);
      await gone(server);
    },
  );
});

describe('many mails at once', () => {
  const countingServer = async () => {
    const clients = { now: 0, most: 0 };
    const server = await serve({
      GREETING: () => {
        clients.now += 1;
        clients.most = Math.max(clients.most, clients.now);
        return '220 scripted.example.test ESMTP';
      },
      QUIT: () => {
        clients.now -= 1;
        return { send: '221 Bye', hangUp: 'end' };
      },
    });
    return { server, clients };
  };

  it('use no more connections than the profile allows, and no more sign-ins than connections', async () => {
    const { server, clients } = await countingServer();
    const values = valuesFor(server, { maxConnections: 3 });
    await Promise.all(Array.from({ length: 30 }, () => send(values)));
    expect(server.messages).toHaveLength(30);
    expect(clients.most).toBe(3);
    expect(countOf(server, 'AUTH')).toBe(3);
  });

  it('let a proof of the same account in between', async () => {
    const { server, clients } = await countingServer();
    const values = valuesFor(server, { maxConnections: 1 });
    const mails = Array.from({ length: 10 }, () => send(values));
    const proof = await seeProof(values);
    await Promise.all(mails);
    expect(proof.outcome).toBe('passed');
    expect(clients.most).toBe(1);
    expect(server.messages).toHaveLength(11);
  });

  it('wait for one another no longer than for a connection, and say why', async () => {
    const held = Promise.withResolvers<string>();
    const reached = Promise.withResolvers<void>();
    const server = await serve({
      DATA: () => {
        reached.resolve();
        return held.promise;
      },
    });
    const first = send(valuesFor(server, { maxConnections: 1 }));
    await reached.promise;
    const second = send(valuesFor(server, { maxConnections: 1, timeoutMs: 100 }));
    await expect(second).rejects.toMatchObject({
      ...{ stage: 'connect', reply: null },
      finding: { code: 'connectionsInUse', parameters: { maxConnections: '1' } },
    });
    held.resolve('354 Go on');
    await first;
    await send(valuesFor(server, { maxConnections: 1 }));
    expect(server.messages).toHaveLength(2);
  });

  it('go on after one that was cancelled while it waited', async () => {
    const server = await serve();
    const values = valuesFor(server, { maxConnections: 1 });
    const controller = new AbortController();
    const first = send(values);
    const cancelled = send(values, controller.signal);
    const third = send(values);
    controller.abort(new Error('enough'));
    await expect(cancelled).rejects.toThrow('enough');
    await Promise.all([first, third]);
    expect(server.messages).toHaveLength(2);
  });
});
