import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../../electron/contract/failures.ts';
import type { Noted } from '../../../../electron/services/audit/note.ts';
import { createCodeMailWriter } from '../../../../electron/services/notices/codeMail.ts';
import { createNoticeQueue, type NoticeQueue } from '../../../../electron/services/notices/noticeQueue.ts';
import { createResetNotices } from '../../../../electron/services/notices/resetNotices.ts';
import { createPasswordReset } from '../../../../electron/services/session/passwordReset.ts';
import { createPasswordHashing } from '../../../../electron/services/users/passwords/passwordHashing.ts';
import { createPasswordSetting } from '../../../../electron/services/users/passwords/passwordSetting.ts';
import { createNoticeStore } from '../../../../electron/stores/notices/noticeStore.ts';
import { createCredentialStore } from '../../../../electron/stores/users/credentialStore.ts';
import { createLockoutStore } from '../../../../electron/stores/users/lockoutStore.ts';
import { createPeopleTransaction } from '../../../../electron/stores/users/peopleTransaction.ts';
import { createResetAttemptStore } from '../../../../electron/stores/users/resetAttemptStore.ts';
import { createResetCodeStore } from '../../../../electron/stores/users/resetCodeStore.ts';
import { createSessionStore } from '../../../../electron/stores/users/sessionStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';
import { createFakeSender, everything, hour, minute, refusal } from '../notices/noticeLab.ts';

const never = new AbortController().signal;
const office = { door: 'browser', machine: 'OFFICE-1' };
const cheap = { memoryKib: 8, passes: 1 };
const hashing = createPasswordHashing();

const rules = {
  ...{ mustHaveSpecialCharacters: false, mustHaveLowercase: false, mustHaveUppercase: false },
  ...{ mustHaveDigits: false, minimumLength: 8, expirationDays: 0, previousPasswords: 3 },
  mustChangeOnFirstSignIn: true,
};

let database: TemporaryDatabase;
let sender: ReturnType<typeof createFakeSender>;
let clock: number;
let baseUrl: string | null;
let annaId: string;

const now = (): number => clock;

const createLab = (add?: NoticeQueue['add']) => {
  const { query } = database;
  const resets = createResetCodeStore(query);
  const credentials = createCredentialStore(query);
  const writeCodeMail = createCodeMailWriter({ resets, now, baseUrl: async () => baseUrl });
  const queue = createNoticeQueue({
    onUndelivered: async () => undefined,
    ...{ now, openSender: sender.open, log: { error: () => undefined } },
    notices: createNoticeStore(query),
    composers: createResetNotices({ resets, writeCodeMail }),
  });
  const reset = createPasswordReset({
    ...{ resets, now, wake: () => undefined, language: async () => 'en' },
    queue: { add: add ?? queue.add },
    log: { error: () => undefined },
    attempts: createResetAttemptStore(query),
    transact: createPeopleTransaction(query),
    passwords: createPasswordSetting({
      ...{ credentials, hashing, cost: async () => cheap },
      isCommon: async () => false,
      rules: async () => rules,
    }),
  });
  return { ...reset, queue, credentials };
};

const codeOf = (text: string | undefined): string =>
  /\b(?:[0-9A-Z]{5}-){6}[0-9A-Z]{5}\b/.exec(text ?? '')?.[0] ?? '';
const newestCode = (): string => codeOf(sender.sent.at(-1)?.text);

/** Asks, sends, and gives the code of the newest mail. */
const askFor = async (name: string): Promise<string> => {
  const { request, queue } = createLab();
  await request(name, office);
  await queue.run(never);
  return newestCode();
};

const complete = (code: string, newPassword = 'a new password', name = 'anna') =>
  createLab().complete({ name, code, newPassword }, office);

const refusedCode = {
  code: 'INVALID_INPUT',
  data: { issues: [{ path: ['code'], code: 'resetCodeRefused' }] },
};

const passwordIs = async (password: string): Promise<boolean> => {
  const [hash = ''] = await createLab().credentials.lastOf(annaId, 1);
  return hashing.verify(password, hash);
};

beforeEach(async () => {
  database = await openTemporaryDatabase();
  sender = createFakeSender();
  clock = 1_000_000_000_000;
  baseUrl = null;
  const mail = 'anna@corp.example';
  annaId = await addUserRow(
    database.query,
    { name: 'anna', mail },
    await hashing.hash('old password', cheap),
  );
});

afterEach(() => database.remove());

describe('asking for a new password', () => {
  it.each([
    ['anna', undefined],
    ['nobody', 'unknownUser'],
    ['gone', 'inactive'],
    ['lost', 'noAddress'],
  ])('tells the audit alone why %s gets no mail', async (name, result) => {
    await addUserRow(database.query, { name: 'gone', mail: 'gone@corp.example', isActive: 0 });
    await addUserRow(database.query, { name: 'lost', mail: null });
    const noted: Noted[] = [];
    await createLab().request(name, office, (more) => void noted.push(more));
    expect(noted.map((each) => each.result)).toEqual([result]);
  });

  it('tells the audit alone that somebody asks too often', async () => {
    const noted: Noted[] = [];
    const { request } = createLab();
    for (let count = 0; count < 6; count += 1) await request('anna', office, (more) => void noted.push(more));
    expect(noted.flatMap(({ result }) => result ?? [])).toEqual(['tooOften']);
  });

  it.each(['anna', ' ANNA ', 'Anna@Corp.example'])(
    'as %s sends a code to the address of the user',
    async (typed) => {
      expect(await askFor(typed)).not.toBe('');
      expect(sender.sent).toMatchObject([{ to: ['anna@corp.example'], language: 'en' }]);
      expect(sender.sent[0]?.text).toContain('OFFICE-1');
      expect(sender.sent[0]?.subject).not.toContain(newestCode());
    },
  );

  it('speaks the language of the user', async () => {
    const mail = 'bernd@corp.example';
    await addUserRow(database.query, { name: 'bernd', mail, language: 'de' });
    await askFor('bernd');
    expect(sender.sent[0]?.language).toBe('de');
  });

  it('goes to nobody when what was typed is the name of one and the address of another', async () => {
    await addUserRow(database.query, { name: 'anna@corp.example', mail: 'mallory@corp.example' });
    await askFor('anna@corp.example');
    expect(sender.sent).toEqual([]);
    await askFor('anna');
    expect(sender.sent.map(({ to }) => to)).toEqual([['anna@corp.example']]);
  });

  it('is limited by what was asked before the clock was put back for an hour at most', async () => {
    for (let count = 0; count < 6; count += 1) await askFor('anna');
    expect(sender.sent).toHaveLength(5);
    clock -= hour;
    await askFor('anna');
    expect(sender.sent).toHaveLength(6);
  });

  it('answers alike and sends nothing for nobody, the inactive, those without address and of a directory', async () => {
    const others = [
      { name: 'inactive', mail: 'inactive@corp.example', isActive: 0 },
      { name: 'without', mail: null },
      { name: 'directory', mail: 'directory@corp.example', kind: 'directoryUser' as const },
      { name: 'one', mail: 'shared@corp.example' },
      { name: 'two', mail: 'shared@corp.example' },
    ];
    for (const user of others) await addUserRow(database.query, user);
    for (const typed of ['nobody', 'inactive', 'without', 'directory', 'shared@corp.example', ''])
      expect(await createLab().request(typed, office)).toBeUndefined();
    const { queue } = createLab();
    expect(await queue.list(everything)).toMatchObject({ total: 0 });
  });

  it('is limited for each user and for each machine, in silence', async () => {
    for (let count = 0; count < 8; count += 1) await askFor('anna');
    expect(sender.sent).toHaveLength(5);
    const names = Array.from({ length: 12 }, (_, at) => `user${at}`);
    for (const name of names) await addUserRow(database.query, { name, mail: `${name}@corp.example` });
    const { request, queue } = createLab();
    for (const name of names) for (let count = 0; count < 5; count += 1) await request(name, office);
    expect(await queue.list(everything)).toMatchObject({ total: 60 });
    clock += hour;
    await request('anna', office);
    expect(await queue.list(everything)).toMatchObject({ total: 61 });
  });

  it('is kept from nobody by who asks on and on, for others or for names that nobody has', async () => {
    await addUserRow(database.query, { name: 'bernd', mail: null });
    const { request } = createLab();
    for (let count = 0; count < 70; count += 1) {
      await request(`nobody ${count}`, office);
      await request('bernd', office);
    }
    await askFor('anna');
    expect(sender.sent.map(({ to }) => to)).toEqual([['anna@corp.example']]);
  });

  it('is limited exactly, however many ask at once', async () => {
    const { request, queue } = createLab();
    await Promise.all(Array.from({ length: 50 }, () => request('anna', office)));
    expect(await queue.list(everything)).toMatchObject({ total: 5 });
  });

  it('gives a link only where the address of the pages is configured', async () => {
    await askFor('anna');
    expect(sender.sent[0]?.text).not.toContain('http');
    baseUrl = 'https://console.corp.example/';
    const code = await askFor('anna');
    expect(sender.sent[1]?.text).toContain(
      `https://console.corp.example/#/resetPassword?user=anna&code=${code}`,
    );
  });

  it('goes to nobody when the address was replaced meanwhile', async () => {
    const { request, queue } = createLab();
    await request('anna', office);
    const query = await database.query();
    await query.updateTable('users').set({ mail: 'other@corp.example' }).where('id', '=', annaId).execute();
    await queue.run(never);
    expect(sender.sent).toEqual([]);
    expect((await queue.list(everything)).notices).toMatchObject([{ result: { outcome: 'withdrawn' } }]);
  });

  it('keeps the code nowhere, and makes a fresh one for each attempt', async () => {
    sender.answers = [refusal('deliver', 'greylisted'), 'taken'];
    const first = await askFor('anna');
    clock += 14 * minute;
    await createLab().queue.run(never);
    const second = newestCode();
    expect(second).not.toBe(first);
    expect(sender.sent[1]?.secrets).toEqual([second]);
    const query = await database.query();
    const rows = JSON.stringify([
      await query.selectFrom('notices').selectAll().execute(),
      await query.selectFrom('resetCodes').selectAll().execute(),
    ]);
    for (const code of [first, second, first.replaceAll('-', '')]) expect(rows).not.toContain(code);
    clock += 10 * minute;
    await complete(second);
  });
});

describe('a code', () => {
  it('sets it also when the mail that confirms it cannot be queued', async () => {
    const code = await askFor('anna');
    const full = createLab(async () => {
      throw fail('STORAGE_FAILED', { systemCode: 'ENOSPC', file: 'console.db' });
    });
    await full.complete({ name: 'anna', code, newPassword: 'a new password' }, office);
    expect(await passwordIs('a new password')).toBe(true);
  });

  it('sets a new password, however it is typed, and signs nobody in', async () => {
    const code = await askFor('anna');
    const user = await complete(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(user).toMatchObject({ id: annaId, name: 'anna' });
    expect(await passwordIs('a new password')).toBe(true);
    expect(await createSessionStore(database.query).listOf(annaId)).toEqual([]);
  });

  it('ends every session and the lock of the user, and the user is told by mail', async () => {
    const sessions = createSessionStore(database.query);
    const lockouts = createLockoutStore(database.query);
    const session = { id: 's', userId: annaId, origin: office, createdAt: now(), tokenHash: 'hash' };
    await sessions.begin(session, true);
    await lockouts.reserve({ userId: annaId }, { origin: office, now: now(), attempts: 1, lockMs: hour });
    await complete(await askFor('anna'));
    expect(await sessions.findByToken('hash')).toMatchObject({ end: { reason: 'passwordChanged' } });
    expect(await lockouts.find({ userId: annaId })).toBeNull();
    await createLab().queue.run(never);
    expect(sender.sent).toHaveLength(2);
    expect(sender.sent[1]).toMatchObject({ to: ['anna@corp.example'] });
    expect(newestCode()).toBe('');
  });

  it('is good once, also when it is used twice at the same moment', async () => {
    const code = await askFor('anna');
    const results = await Promise.allSettled([
      complete(code, 'first password'),
      complete(code, 'other password'),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(complete(code)).rejects.toMatchObject(refusedCode);
  });

  it('that was used ends the others', async () => {
    const first = await askFor('anna');
    const second = await askFor('anna');
    await complete(first);
    await expect(complete(second, 'one more password')).rejects.toMatchObject(refusedCode);
  });

  it('is good for fifteen minutes', async () => {
    const code = await askFor('anna');
    clock += 15 * minute;
    await expect(complete(code)).rejects.toMatchObject(refusedCode);
  });

  it('is good for no longer when the clock is put back', async () => {
    const code = await askFor('anna');
    clock -= 2 * minute;
    await expect(complete(code)).rejects.toMatchObject(refusedCode);
    clock += minute;
    await complete(code);
  });

  it('is good for its user only, while that one is active', async () => {
    await addUserRow(database.query, { name: 'bernd', mail: 'bernd@corp.example' });
    const code = await askFor('anna');
    for (const name of ['bernd', 'nobody'])
      await expect(complete(code, 'a new password', name)).rejects.toMatchObject(refusedCode);
    const query = await database.query();
    await query.updateTable('users').set({ isActive: 0 }).where('id', '=', annaId).execute();
    await expect(complete(code)).rejects.toMatchObject(refusedCode);
  });

  it('is not used up by a password that the rules are against, which only its owner is told', async () => {
    const code = await askFor('anna');
    await expect(complete(code, 'short')).rejects.toMatchObject({
      data: { issues: [{ path: ['newPassword'], code: 'passwordTooShort' }] },
    });
    await expect(complete(code, 'old password')).rejects.toMatchObject({
      data: { issues: [{ path: ['newPassword'], code: 'passwordWasUsed' }] },
    });
    const other = await askFor('nobody');
    expect(other).toBe(code);
    await expect(complete(code, 'short', 'nobody')).rejects.toMatchObject(refusedCode);
    await complete(code);
  });

  it('with a slip is told from a wrong one, and counts as no guess', async () => {
    const code = await askFor('anna');
    const slip = code.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
    for (let count = 0; count < 70; count += 1)
      await expect(complete(slip)).rejects.toMatchObject({
        data: { issues: [{ code: 'resetCodeMistyped' }] },
      });
    await complete(code);
  });

  it('can be guessed at only so often, which keeps nobody else from using theirs', async () => {
    await addUserRow(database.query, { name: 'bernd', mail: 'bernd@corp.example' });
    const used = await askFor('anna');
    await complete(used);
    for (const name of ['anna', 'nobody'])
      for (let count = 0; count < 100; count += 1)
        await expect(complete(used, 'a new password', name)).rejects.toMatchObject(refusedCode);
    await expect(complete(await askFor('anna'), 'next password')).rejects.toMatchObject(refusedCode);
    await complete(await askFor('bernd'), 'next password', 'bernd');
    clock += hour;
    await complete(await askFor('anna'), 'next password');
  });
});
