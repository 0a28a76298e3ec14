import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyObject } from '../../../../electron/protocols/ldap/ldapFilter.ts';
import type { LdapDialogue } from '../../../../electron/protocols/ldap/ldapDialogue.ts';
import type { Found } from '../../../../electron/protocols/ldap/search.ts';
import type { SearchRequest } from '../../../../electron/protocols/ldap/searchRequest.ts';
import { disconnectionNotice, resultMessage } from '../../../lab/faults/directoryAnswer.ts';
import { doneMessage, entryMessage, referenceMessage, serverMessages } from './ldapSamples.ts';
import { type LdapWire, openLdapWire } from './ldapWire.ts';

const everything: SearchRequest = {
  base: 'DC=corp,DC=example,DC=test',
  scope: 'subtree',
  filter: anyObject,
  attributes: ['cn'],
};

const never = new AbortController().signal;

const collect = async (items: AsyncIterable<Found>): Promise<string[]> => {
  const names: string[] = [];
  for await (const item of items) names.push(item.kind === 'entry' ? item.dn : item.urls.join(' '));
  return names;
};

const name = (number: number): string => `CN=User ${number},DC=corp,DC=example,DC=test`;

/** A wire whose server answers each search with these messages, made for its id. */
const answeringWire = (...messages: ((id: number) => Buffer)[]): LdapWire =>
  openLdapWire((wire) => {
    const request = wire.sent.at(-1);
    if (request?.kind === 'search') wire.send(Buffer.concat(messages.map((make) => make(request.messageId))));
  });

const userEntry =
  (number: number) =>
  (id: number): Buffer =>
    entryMessage(id, number);

describe('a search', () => {
  it('gives entries and references one by one, to the end', async () => {
    const { dialogue } = answeringWire(userEntry(1), referenceMessage, userEntry(2), doneMessage);
    const found = await collect(dialogue.search(everything, never));
    expect(found).toEqual([
      name(1),
      'ldap://other.example.test/DC=other ldaps://second.example.test',
      name(2),
    ]);
  });

  it('gives what came and then the refusal', async () => {
    const { dialogue } = answeringWire(userEntry(1), (id) => doneMessage(id, 4));
    const search = dialogue.search(everything, never);
    expect(await search.next()).toMatchObject({ value: { dn: name(1) } });
    await expect(search.next()).rejects.toMatchObject({ name: 'LdapError', resultName: 'sizeLimitExceeded' });
    expect(dialogue.isUsable).toBe(true);
  });

  it('asks for page after page with the cookie of the last one', async () => {
    const cookies = ['one', 'two', ''];
    const { dialogue, sent } = openLdapWire((wire) => {
      const { messageId } = wire.sent.at(-1) ?? { messageId: 0 };
      const cookie = Buffer.from(cookies[messageId - 1] ?? '');
      wire.send(
        Buffer.concat([entryMessage(messageId, messageId), resultMessage(messageId, 'search', { cookie })]),
      );
    });
    const found = await collect(dialogue.search({ ...everything, pageSize: 1 }, never));
    expect(found).toEqual([name(1), name(2), name(3)]);
    const pages = sent.map((request) => (request.kind === 'search' ? request.page : null));
    expect(pages.map((page) => page?.cookie.toString())).toEqual(['', 'one', 'two']);
  });

  it('is abandoned by who stops early, late answers meet nobody, and the next search is answered', async () => {
    const { dialogue, sent, send } = answeringWire(userEntry(1), userEntry(2));
    for await (const item of dialogue.search(everything, never)) if (item.kind === 'entry') break;
    expect(sent).toMatchObject([
      { kind: 'search', messageId: 1 },
      { kind: 'abandon', abandonedId: 1 },
    ]);
    send(Buffer.concat([entryMessage(1, 3), doneMessage(1)]));
    const next = dialogue.search(everything, never);
    expect(await next.next()).toMatchObject({ value: { dn: name(1) } });
  });

  it('is abandoned when its signal aborts while it waits, also between two entries', async () => {
    const { dialogue, sent } = answeringWire(userEntry(1), userEntry(2));
    const control = new AbortController();
    const search = dialogue.search(everything, control.signal);
    await search.next();
    control.abort(new Error('enough'));
    await expect(search.next()).rejects.toThrow('enough');
    const waiting = dialogue.search({ ...everything, base: '' }, never);
    const late = new AbortController();
    const other = dialogue.search(everything, late.signal);
    await other.next();
    await other.next();
    const last = other.next();
    late.abort(new Error('too late'));
    await expect(last).rejects.toThrow('too late');
    expect(sent.filter(({ kind }) => kind === 'abandon')).toHaveLength(2);
    expect(await waiting.next()).toMatchObject({ value: { dn: name(1) } });
    expect(dialogue.isUsable).toBe(true);
  });

  it('sends nothing when its signal has aborted before', async () => {
    const { dialogue, sent } = openLdapWire();
    const search = dialogue.search(everything, AbortSignal.abort(new Error('before')));
    await expect(search.next()).rejects.toThrow('before');
    expect(sent).toEqual([]);
  });

  it('slows the server down while nobody reads, and loses nothing', async () => {
    const count = 5_000;
    const { dialogue, stream, send } = openLdapWire();
    const search = dialogue.search(everything, never);
    const first = search.next();
    send(entryMessage(1, 0));
    await first;
    const paused = once(stream, 'pause');
    for (let number = 1; number < count; number += 1) send(entryMessage(1, number));
    send(doneMessage(1));
    await paused;
    expect(await collect(search)).toHaveLength(count - 1);
  });

  it('does not stand in the way of another one that is made for each of its entries', async () => {
    const count = 4_000;
    const { dialogue, stream, sent } = openLdapWire((wire) => {
      const id = wire.sent.length;
      const entries = Array.from({ length: id === 1 ? count : 1 }, (_, number) => entryMessage(id, number));
      for (const bytes of [...entries, doneMessage(id)]) wire.send(bytes);
    });
    let inner = 0;
    for await (const item of dialogue.search(everything, never))
      inner += item.kind === 'entry' ? (await collect(dialogue.search(everything, never))).length : 0;
    expect(inner).toBe(count);
    expect(sent).toHaveLength(count + 1);
    expect(stream.isPaused()).toBe(false);
  });
});

type Wait = (dialogue: LdapDialogue) => Promise<unknown>;

const waits: [string, Wait][] = [
  ['a search', (dialogue) => dialogue.search(everything, never).next()],
  ['a bind', (dialogue) => dialogue.bindSasl('GSSAPI', Buffer.alloc(0), never)],
  ['an extended operation', (dialogue) => dialogue.extended('1.3.6.1.4.1.4203.1.11.3', null, never)],
  ['StartTLS', (dialogue) => dialogue.startTls(never)],
];

describe.each(waits)('%s that waits', (_, wait) => {
  it('ends when the server closes the connection, and so does all that comes behind', async () => {
    const { dialogue, stream } = openLdapWire();
    const waiting = wait(dialogue);
    stream.push(null);
    await expect(waiting).rejects.toMatchObject({ code: 'EOF' });
    expect(dialogue.isUsable).toBe(false);
    await expect(wait(dialogue)).rejects.toMatchObject({ code: 'EOF' });
  });

  it("ends with the socket's error", async () => {
    const { dialogue, stream } = openLdapWire();
    const waiting = wait(dialogue);
    stream.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    await expect(waiting).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('ends with what the server says before it hangs up', async () => {
    const { dialogue, send } = openLdapWire();
    const waiting = wait(dialogue);
    send(disconnectionNotice(52, 'The server is shutting down'));
    await expect(waiting).rejects.toMatchObject({
      ...{ name: 'LdapDisconnection', resultCode: 52 },
      diagnosticMessage: 'The server is shutting down',
    });
    expect(dialogue.isUsable).toBe(false);
  });

  it.each([
    ['garbage', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['a length beyond all bounds', Buffer.from('3084ffffffff', 'hex')],
    ['an answer to what was never asked', doneMessage(99)],
    ['an answer of another kind', resultMessage(1, 'search', {})],
    ['an answer of another kind', resultMessage(1, 'bind', {})],
  ])('ends with %s, or with its own answer', async (__, bytes) => {
    const { dialogue, send } = openLdapWire();
    const waiting = wait(dialogue).then(
      () => 'answered',
      (error: unknown) => (error instanceof Error ? error.name : ''),
    );
    send(bytes);
    expect(await waiting).toMatch(/answered|LdapProtocolError/);
  });
});

describe('garbage', () => {
  it('ends what waits, with an error that can be told', async () => {
    const pieces = fc.oneof(
      fc.constantFrom(...serverMessages),
      fc.uint8Array({ minLength: 1, maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 6 }), async (stream) => {
        const wire = openLdapWire();
        const found = collect(wire.dialogue.search(everything, never));
        for (const bytes of stream) wire.send(bytes);
        wire.stream.push(null);
        await found.catch((error: unknown) => {
          expect((error as Error).name).toMatch(/^(Ldap\w+|ConnectionError)$/);
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a bind', () => {
  it('with an empty name or password, or without TLS, is refused before anything is sent', async () => {
    const { dialogue, sent } = openLdapWire();
    await expect(dialogue.bindSimple('anna', '', never)).rejects.toThrow(Error);
    await expect(dialogue.bindSimple('', 'secret', never)).rejects.toThrow(Error);
    await expect(dialogue.bindSimple('anna', 'secret', never)).rejects.toThrow(Error);
    expect(sent).toEqual([]);
  });

  it('goes on step by step, with tokens as bytes, an empty one being another thing than none', async () => {
    const token = Buffer.from('00ff80', 'hex');
    const { dialogue, sent } = openLdapWire((wire) => {
      const id = wire.sent.length;
      const step = id < 3 ? { resultCode: 14, serverToken: token } : {};
      wire.send(resultMessage(id, 'bind', step));
    });
    expect(await dialogue.bindSasl('GSSAPI', token, never)).toMatchObject({
      ...{ result: { resultCode: 14 }, serverToken: token },
    });
    await dialogue.bindSasl('GSSAPI', Buffer.alloc(0), never);
    expect(await dialogue.bindSasl('GSSAPI', null, never)).toMatchObject({
      ...{ result: { resultCode: 0 }, serverToken: null },
    });
    expect(sent.map((request) => (request.kind === 'saslBind' ? request.token : undefined))).toEqual([
      ...[token, Buffer.alloc(0), null],
    ]);
  });

  it('that is aborted closes the connection: it cannot be taken back', async () => {
    const { dialogue, stream } = openLdapWire();
    const control = new AbortController();
    const waiting = dialogue.bindSasl('GSSAPI', Buffer.alloc(0), control.signal);
    control.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(dialogue.isUsable).toBe(false);
    expect(stream.destroyed).toBe(true);
  });

  it('stands alone', async () => {
    const { dialogue } = answeringWire(userEntry(1));
    await dialogue.search(everything, never).next();
    await expect(dialogue.probeSimpleBind(never)).rejects.toThrow(Error);
  });

  it('is tried with a made-up name and password, another one each time', async () => {
    const { dialogue, sent } = openLdapWire((wire) =>
      wire.send(resultMessage(wire.sent.length, 'bind', { resultCode: 8, diagnosticMessage: 'TLS!' })),
    );
    expect(await dialogue.probeSimpleBind(never)).toMatchObject({ resultCode: 8, diagnosticMessage: 'TLS!' });
    await dialogue.probeSimpleBind(never);
    const tried = sent.flatMap((request) =>
      request.kind === 'bind' ? [request.name, request.password] : [],
    );
    expect(new Set(tried).size).toBe(4);
  });
});

describe('StartTLS', () => {
  it('gives the socket away when the server agrees', async () => {
    const { dialogue, stream } = openLdapWire((wire) => wire.send(resultMessage(1, 'extended', {})));
    expect(await dialogue.startTls(never)).toBe(stream);
    expect(dialogue.isUsable).toBe(false);
    expect(stream.listenerCount('data')).toBe(0);
    expect(stream.destroyed).toBe(false);
  });

  it('is refused with bytes behind the agreement, whole messages or not', async () => {
    for (const injected of [
      Buffer.from([0x30]),
      doneMessage(1),
      disconnectionNotice(0, ''),
      Buffer.from('garbage'),
    ]) {
      const { dialogue, stream } = openLdapWire((wire) =>
        wire.send(Buffer.concat([resultMessage(1, 'extended', {}), injected])),
      );
      await expect(dialogue.startTls(never)).rejects.toMatchObject({ code: 'EINJECTED' });
      expect(stream.destroyed).toBe(true);
    }
  });

  it('closes the connection when the server does not agree', async () => {
    const { dialogue, stream } = openLdapWire((wire) =>
      wire.send(resultMessage(1, 'extended', { resultCode: 52 })),
    );
    await expect(dialogue.startTls(never)).rejects.toMatchObject({ resultName: 'unavailable' });
    expect(stream.destroyed).toBe(true);
  });
});

describe('the end of a dialogue', () => {
  it('is a good-bye and a closed connection, once', async () => {
    const { dialogue, sent, stream } = openLdapWire();
    await dialogue.unbind();
    await dialogue.unbind();
    expect(sent.map(({ kind }) => kind)).toEqual(['unbind']);
    expect(stream.destroyed).toBe(true);
  });

  it('rejects what waits', async () => {
    const { dialogue } = openLdapWire();
    const waiting = dialogue.search(everything, never).next();
    dialogue.close();
    await expect(waiting).rejects.toMatchObject({ code: 'EOF' });
  });
});
