import { chmod, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createMessageStore,
  type MailboxLimits,
  mailboxLimits,
} from '../../../../electron/stores/mailbox/messageStore.ts';
import { nestedMessage } from './nestedMessage.ts';

const envelope = { from: 'console@corp.example', to: ['anna@corp.example', 'hidden@corp.example'] };

const message = (subject: string, body = 'Hello'): Buffer =>
  Buffer.from(
    `From: Console <console@corp.example>\r\nTo: anna@corp.example\r\nSubject: ${subject}\r\n\r\n${body}\r\n`,
  );

let directory = '';
let events: string[] = [];
let logged: Readonly<Record<string, unknown>>[] = [];

const open = (limits: Partial<MailboxLimits> = {}) => {
  let minute = 0;
  return createMessageStore({
    directory,
    limits: { ...mailboxLimits, ...limits },
    now: () => new Date(Date.UTC(2026, 10, 20, 14, minute++)),
    log: {
      error: (event, fields) => {
        events.push(event);
        logged.push(fields);
      },
    },
  });
};

beforeEach(async () => {
  directory = path.join(await mkdtemp(path.join(os.tmpdir(), 'mailbox-')), 'mailbox');
  events = [];
  logged = [];
});

afterEach(() => rm(path.dirname(directory), { recursive: true, force: true }));

describe('the message store', () => {
  it('is empty before the first message', async () => {
    expect(await open().list()).toEqual([]);
  });

  it('keeps messages byte for byte, newest first, across restarts', async () => {
    const store = open();
    await store.add(message('first'), envelope);
    const id = await store.add(message('second'), envelope);
    const again = open();
    const kept = await again.list();
    expect(kept.map(({ subject }) => subject)).toEqual(['second', 'first']);
    expect(kept[0]).toMatchObject({
      id,
      from: 'Console <console@corp.example>',
      to: envelope.to,
      isRead: false,
    });
    expect(await again.readMessage(id)).toEqual(message('second'));
  });

  it.skipIf(process.platform === 'win32')('lets nobody else read its files', async () => {
    await open().add(message('secret matters'), envelope);
    for (const name of await readdir(directory))
      expect((await stat(path.join(directory, name))).mode & 0o777).toBe(0o600);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
  });

  it('lets the oldest go when there are too many', async () => {
    const store = open({ maximumMessages: 2 });
    for (const subject of ['first', 'second', 'third']) await store.add(message(subject), envelope);
    expect((await store.list()).map(({ subject }) => subject)).toEqual(['third', 'second']);
    expect((await readdir(directory)).filter((name) => name.endsWith('.json'))).toHaveLength(2);
  });

  it('lets the oldest go when they are too big together, and keeps the newest', async () => {
    const store = open({ maximumBytes: 1_500 });
    await store.add(message('small'), envelope);
    await store.add(message('big', 'x'.repeat(1_400)), envelope);
    expect((await store.list()).map(({ subject }) => subject)).toEqual(['big']);
  });

  it('refuses one that is too big by itself', async () => {
    await expect(open({ maximumMessageBytes: 50 }).add(message('big'), envelope)).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      data: { systemCode: 'EFBIG' },
    });
  });

  it('remembers what was read', async () => {
    const store = open();
    const id = await store.add(message('read me'), envelope);
    await store.markRead(id);
    await store.markRead(id);
    expect((await open().list())[0]?.isRead).toBe(true);
    await expect(store.markRead('not-there')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('removes with everything that belongs to a message', async () => {
    const store = open();
    const id = await store.add(message('gone'), envelope);
    await store.markRead(id);
    expect(await store.remove([id, 'not-there'])).toBe(1);
    expect(await readdir(directory)).toEqual([]);
    await expect(store.readMessage(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes in messages that somebody else put there, and makes damaged entries again', async () => {
    const store = open();
    const id = await store.add(message('damaged entry'), envelope);
    await writeFile(path.join(directory, `${id}.json`), '{"from":');
    await writeFile(path.join(directory, 'dropped.eml'), message('=?utf-8?q?dropp=C3=A9?='));
    const subjects = (await open().list()).map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual(['damaged entry', 'droppé']);
  });

  it('clears away what a program left unfinished when it crashed, and nothing that may still be written', async () => {
    const id = await open().add(message('finished'), envelope);
    const old = ['20261120-0.eml.tmp-1', '20261120-1.json', '20261120-2.read', 'notes.json.txt'];
    const young = ['20261120-3.eml.tmp-2', '20261120-4.json'];
    for (const name of [...old, ...young]) await writeFile(path.join(directory, name), 'x');
    const yesterday = Date.now() / 1_000 - 86_400;
    for (const name of [...old, `${id}.json`]) await utimes(path.join(directory, name), yesterday, yesterday);
    await open().list();
    expect((await readdir(directory)).toSorted()).toEqual(
      [...young, 'notes.json.txt', `${id}.eml`, `${id}.json`].toSorted(),
    );
    expect(events).toEqual([]);
  });

  it('has kept a message also when an older one cannot be removed for it', async () => {
    const store = open({ maximumMessages: 1 });
    const first = await store.add(message('first'), envelope);
    await mkdir(path.join(directory, `${first}.read`));
    const second = await store.add(message('second'), envelope);
    expect(await store.readMessage(second)).toEqual(message('second'));
    expect(events).toEqual(['mailbox.oldMessagesKept']);
  });

  it('leaves out, and logs once, what it cannot take', async () => {
    const store = open({ maximumMessageBytes: 1_000 });
    await store.add(message('good'), envelope);
    await writeFile(path.join(directory, 'Not An Id.eml'), message('foreign'));
    await writeFile(path.join(directory, 'huge.eml'), message('huge', 'x'.repeat(2_000)));
    await writeFile(path.join(directory, 'notes.txt'), 'not a message');
    await store.list();
    expect((await store.list()).map(({ subject }) => subject)).toEqual(['good']);
    expect(events).toEqual(['mailbox.fileSkipped', 'mailbox.fileSkipped']);
    expect(logged).toEqual([
      { file: 'Not An Id.eml', reason: 'foreignName' },
      { file: 'huge.eml', reason: 'tooBig' },
    ]);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'leaves out a file without rights',
    async () => {
      const store = open();
      await store.add(message('good'), envelope);
      await writeFile(path.join(directory, 'locked.eml'), message('locked'));
      await chmod(path.join(directory, 'locked.eml'), 0);
      expect(await store.list()).toHaveLength(1);
      expect(events).toEqual(['mailbox.fileSkipped']);
    },
  );

  it('keeps a message that no parser can read', async () => {
    const store = open();
    const id = await store.add(nestedMessage, envelope);
    expect((await store.list())[0]).toMatchObject({ id, from: envelope.from, to: envelope.to });
    expect(await store.readMessage(id)).toEqual(nestedMessage);
  });
});
