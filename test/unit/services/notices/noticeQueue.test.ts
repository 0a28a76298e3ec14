import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Noted } from '../../../../electron/services/audit/note.ts';
import type { NoticeQueue } from '../../../../electron/services/notices/noticeQueue.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { alert, createFakeSender, createQueueOf, everything, hour, minute, refusal } from './noticeLab.ts';

const never = new AbortController().signal;
const start = 1_000_000_000_000;

let database: TemporaryDatabase;
let sender: ReturnType<typeof createFakeSender>;
let queue: NoticeQueue;
let clock: number;

const now = (): number => clock;
const run = () => queue.run(never);
const only = async () => (await queue.list(everything)).notices[0];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  sender = createFakeSender();
  clock = start;
  queue = createQueueOf(database, sender, now);
});

afterEach(() => database.remove());

describe('the queue of mails', () => {
  it('sends what is due once, and says so in the log', async () => {
    const id = await queue.add(alert);
    expect(await queue.nextAt()).toBe(start);
    await run();
    await run();
    expect(sender.sent.map(({ to }) => to)).toEqual([['ops@corp.example']]);
    expect(await only()).toMatchObject({
      ...{ id, kind: 'alert', toAddress: 'ops@corp.example', state: 'delivered', attempts: 1 },
      ...{ messageId: '<1@corp.example>', result: { outcome: 'accepted', by: 'smtp' }, nextAttemptAt: null },
    });
    expect(await queue.nextAt()).toBeNull();
  });

  it('waits no longer than its pauses when the clock is put back', async () => {
    sender.answers = [refusal('envelope', 'greylisted'), 'taken'];
    await queue.add(alert);
    await run();
    clock -= 365 * 24 * hour;
    await run();
    expect(await only()).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('waits longer after each refusal that may pass, until it is too old', async () => {
    sender.answers = [refusal('envelope', 'greylisted')];
    await queue.add(alert);
    const pauses: number[] = [];
    for (let next = await queue.nextAt(); next !== null; next = await queue.nextAt()) {
      pauses.push((next - clock) / minute);
      clock = next;
      await run();
    }
    expect(pauses.slice(0, 6)).toEqual([0, 1, 5, 15, 60, 60]);
    expect(clock).toBe(start + 24 * hour);
    expect(await only()).toMatchObject({
      state: 'expired',
      result: {
        outcome: 'refused',
        stage: 'envelope',
        finding: { code: 'greylisted' },
        reply: { code: 550 },
      },
    });
  });

  it.each([
    ['shorter than its pause', '7', 1],
    ['longer than its pause', '600', 10],
    ['longer than its longest pause', '7200', 60],
    ['until the year 9999', '251616931199', 60],
    ['in no number', 'soon', 1],
  ])('leaves a server alone that asks for it %s', async (_, seconds, minutes) => {
    sender.answers = [refusal('deliver', 'graphThrottled', undefined, { seconds }), 'taken'];
    await queue.add(alert);
    await run();
    expect(await queue.nextAt()).toBe(start + minutes * minute);
    clock += minutes * minute;
    await run();
    expect(await only()).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it.each([
    ['envelope', 'recipientUnknown'],
    ['deliver', 'spamRefused'],
  ] as const)('gives up what is refused for good at %s', async (stage, code) => {
    sender.answers = [refusal(stage, code)];
    await queue.add(alert);
    await run();
    expect(await only()).toMatchObject({ state: 'failed', result: { finding: { code } } });
    expect(await queue.nextAt()).toBeNull();
  });

  it.each([
    ['no server was reached, however lasting that looks', 'connectionRefused'],
    ['all connections that the profile allows were in use (U21)', 'connectionsInUse'],
  ] as const)('tries again when %s', async (_, code) => {
    sender.answers = [refusal('connect', code), 'taken'];
    await queue.add(alert);
    await run();
    clock += minute;
    await run();
    expect(await only()).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('waits for a profile when there is none in force, and no longer', async () => {
    sender.isMissing = true;
    await queue.add(alert);
    await run();
    expect(await only()).toMatchObject({
      state: 'waiting',
      result: { outcome: 'notPossible', failure: 'NOT_FOUND' },
    });
    sender.isMissing = false;
    await run();
    expect(await only()).toMatchObject({ state: 'delivered' });
  });

  it('waits for the vault where a kept sign-in lies, and no longer', async () => {
    sender.answers = [refusal('token', 'vaultLocked'), 'taken'];
    await queue.add(alert);
    await run();
    expect(await only()).toMatchObject({
      state: 'waiting',
      result: { outcome: 'notPossible', failure: 'VAULT_LOCKED' },
    });
    await run();
    expect(await only()).toMatchObject({ state: 'delivered' });
  });

  it('does not send what is not wanted any more', async () => {
    await queue.add({ ...alert, kind: 'passwordChanged' });
    await run();
    expect(sender.sent).toEqual([]);
    expect(await only()).toMatchObject({ state: 'failed', result: { outcome: 'withdrawn' } });
  });

  it('forgets what ended long ago', async () => {
    await queue.add(alert);
    await run();
    clock += 91 * 24 * hour;
    await run();
    expect(await queue.list(everything)).toEqual({ total: 0, notices: [] });
  });
});

describe('a sign-in that is refused', () => {
  const signIns = () => sender.sent.length;

  it.each([
    ['for good', true],
    ['with a temporary code', false],
  ])('%s is not repeated for any mail until the profile is changed', async (_, permanent) => {
    sender.answers = [refusal('authenticate', 'wrongCredentials', permanent), 'taken'];
    await queue.add(alert);
    await queue.add(alert);
    await run();
    clock += hour;
    await run();
    const restarted = createQueueOf(database, sender, now);
    await restarted.run(never);
    expect(signIns()).toBe(1);
    expect(await queue.nextAt()).toBe(start + 24 * hour);
    sender.profile = 'second profile';
    await run();
    const { notices } = await queue.list(everything);
    expect(notices.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  });

  it.each([
    ['token', 'entraPasswordWrong'],
    ['token', 'entraAccountLocked'],
    ['token', 'clientSecretWrong'],
    ['claims', 'oauthPermissionMissing'],
    ['discover', 'oauthIssuerDiffers'],
  ] as const)('by the provider of tokens (%s: %s) is not repeated for any mail', async (stage, code) => {
    sender.answers = [refusal(stage, code), 'taken'];
    await queue.add(alert);
    await queue.add(alert);
    await run();
    clock += hour;
    await run();
    expect(signIns()).toBe(1);
  });

  it.each([
    ['cannot be reached', 'oauthProviderUnreachable', {}],
    ['cannot be found', 'hostNotFound', {}],
    ['is hidden by a proxy', 'proxyRefused', {}],
    ['lies behind a proxy that asks for a password', 'proxySignInNeeded', {}],
    ['wants to be left alone', 'oauthThrottled', {}],
    ['waits for a person to sign in again', 'oauthSignInAgain', { flow: 'authorizationCode' }],
  ] as const)('is none when the provider of tokens %s', async (_, code, parameters) => {
    sender.answers = [refusal('token', code, undefined, parameters), 'taken'];
    await queue.add(alert);
    await run();
    clock += minute;
    await run();
    expect(await only()).toMatchObject({ state: 'delivered' });
  });

  it('is repeated when somebody says so, once', async () => {
    sender.answers = [refusal('authenticate', 'accountLocked')];
    const id = await queue.add(alert);
    await queue.add(alert);
    await run();
    expect(
      (await queue.list(everything)).notices.filter(({ waitsForProfile }) => waitsForProfile),
    ).toHaveLength(1);
    await queue.resend(id);
    await run();
    expect(signIns()).toBe(2);
  });

  it('that failed for a moment is repeated later', async () => {
    sender.answers = [refusal('authenticate', 'authenticationTemporaryFailure'), 'taken'];
    await queue.add(alert);
    await run();
    clock += minute;
    await run();
    expect(await only()).toMatchObject({ state: 'delivered' });
  });
});

describe('several senders', () => {
  it('never send at the same time, and never the same mail', async () => {
    const other = createQueueOf(database, sender, now);
    for (let count = 0; count < 5; count += 1) await queue.add(alert);
    let sending = 0;
    sender.meanwhile = async () => {
      sending += 1;
      expect(sending).toBe(1);
      await other.run(never);
      sending -= 1;
    };
    await Promise.all([run(), run(), other.run(never)]);
    expect(sender.sent).toHaveLength(5);
  });

  it('take over what was being sent when the program died', async () => {
    await queue.add(alert);
    const dying = new AbortController();
    sender.meanwhile = () => new Promise<void>(() => dying.abort());
    void queue.run(dying.signal);
    await new Promise<void>((resolve) => dying.signal.addEventListener('abort', () => resolve()));
    sender.meanwhile = async () => undefined;
    const restarted = createQueueOf(database, sender, now);
    await restarted.run(never);
    expect(sender.sent).toHaveLength(1);
    clock = (await restarted.nextAt()) ?? 0;
    expect(clock).toBeGreaterThan(start);
    await restarted.run(never);
    expect(await only()).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('leave a mail that was stopped to be sent next time', async () => {
    await queue.add(alert);
    const stopping = new AbortController();
    sender.answers = [new Error('stopped')];
    sender.meanwhile = async () => stopping.abort();
    await queue.run(stopping.signal);
    expect(await only()).toMatchObject({ state: 'waiting', result: null });
    expect(await queue.nextAt()).toBe(start);
  });
});

describe('the delivery log', () => {
  it('shows the newest first, by page, kind and state', async () => {
    for (let count = 0; count < 3; count += 1) {
      await queue.add({ ...alert, toAddress: `${count}@corp.example` });
      clock += 1;
    }
    const page = await queue.list({ ...everything, offset: 1, limit: 1 });
    expect(page.total).toBe(3);
    expect(page.notices.map(({ toAddress }) => toAddress)).toEqual(['1@corp.example']);
    expect(await queue.list({ ...everything, state: 'delivered' })).toMatchObject({ total: 0 });
    expect(await queue.list({ ...everything, kind: 'alert' })).toMatchObject({ total: 3 });
  });

  it('says to the audit which mail was given up, and what it was before', async () => {
    const noted: Noted[] = [];
    await queue.cancel(await queue.add(alert), (more) => void noted.push(more));
    expect(noted).toEqual([
      {
        subject: 'ops@corp.example',
        changes: [
          { path: 'notice.kind', before: null, after: '"alert"' },
          { path: 'notice.state', before: '"waiting"', after: '"failed"' },
        ],
      },
    ]);
  });

  it('lets somebody give a mail up, and send it all the same later', async () => {
    const id = await queue.add(alert);
    await queue.cancel(id);
    await run();
    expect(sender.sent).toEqual([]);
    expect(await only()).toMatchObject({ state: 'failed', result: { outcome: 'cancelled' } });
    await expect(queue.cancel(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await queue.resend(id);
    await run();
    expect(await only()).toMatchObject({ state: 'delivered' });
    await expect(queue.resend('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
