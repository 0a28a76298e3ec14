import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAlertNotice } from '../../../../electron/services/alerts/alertMail.ts';
import { createAlertQueueing } from '../../../../electron/services/alerts/alertQueueing.ts';
import { type AlertService, createAlertService } from '../../../../electron/services/alerts/alertService.ts';
import { createMailDuty } from '../../../../electron/services/background/mailDuty.ts';
import { createNoticeQueue, type NoticeQueue } from '../../../../electron/services/notices/noticeQueue.ts';
import { undeliveredAlert } from '../../../../electron/services/notices/undeliveredAlert.ts';
import { createAlertStore } from '../../../../electron/stores/alerts/alertStore.ts';
import { createSubscriptionStore } from '../../../../electron/stores/alerts/subscriptionStore.ts';
import { createNoticeStore } from '../../../../electron/stores/notices/noticeStore.ts';
import { createResetCodeStore } from '../../../../electron/stores/users/resetCodeStore.ts';
import { createFakeSender, everything, hour, minute, refusal } from '../notices/noticeLab.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';

const never = new AbortController().signal;

let database: TemporaryDatabase;
let sender: ReturnType<typeof createFakeSender>;
let alerts: AlertService;
let queue: NoticeQueue;
let run: () => Promise<unknown>;
let clock: number;
let anna: string;
let mayView: boolean;

const raiseLock = (user: string) =>
  alerts.raise({
    ...{ severity: 'Warn', component: 'signIn', code: 'userLocked' },
    parameters: { user, machine: 'PC-1' },
  });

beforeEach(async () => {
  database = await openTemporaryDatabase();
  const { query } = database;
  sender = createFakeSender();
  clock = 100 * hour;
  mayView = true;
  anna = await addUserRow(query, { name: 'anna', mail: 'anna@corp.example', language: 'de' });
  const now = () => clock;
  const store = createAlertStore(query);
  const shared = { mayView: async () => mayView };
  alerts = createAlertService({
    ...{ ...shared, now, alerts: store, subscriptions: createSubscriptionStore(query) },
    isMailEnabled: async () => true,
    findUser: async () => ({ name: 'anna', mail: 'anna@corp.example' }),
    defaultDelivery: async () => 'sent',
  });
  const users = createResetCodeStore(query);
  queue = createNoticeQueue({
    ...{ notices: createNoticeStore(query), openSender: sender.open, now },
    composers: { alert: createAlertNotice({ ...shared, alerts: store, users }) },
    onUndelivered: async (notice) => void (await alerts.raise(undeliveredAlert(notice))),
    log: { error: () => undefined },
  });
  const language = async () => 'en' as const;
  const queueAlerts = createAlertQueueing({ dueMails: alerts.dueMails, queue, language });
  const duty = createMailDuty({ queueAlerts, queue, now });
  run = () => duty.run(never);
  await alerts.saveSubscriptions(anna, { Warn: 'atOnce', Error: 'atOnce' });
});

afterEach(() => database.remove());

const raisedCodes = async () =>
  (
    await alerts.listAlerts(
      { severities: [], components: [], isUnreadOnly: false, below: null, limit: 10 },
      null,
    )
  ).alerts.map(({ code, parameters }) => [code, parameters['recipient'], parameters['finding']]);

describe('a mail about alerts', () => {
  it('tells those that came since the last one, in the language of the user', async () => {
    await raiseLock('bernd');
    await raiseLock('clara');
    await run();
    await run();
    expect(sender.sent).toMatchObject([{ to: ['anna@corp.example'], language: 'de' }]);
    expect(sender.sent[0]?.text).toMatch(/bernd[^]*clara/);
    expect(sender.sent[0]?.subject).toContain('2');
  });

  it('is not sent to somebody who may not view alerts any more', async () => {
    sender.isMissing = true;
    await raiseLock('bernd');
    await run();
    mayView = false;
    sender.isMissing = false;
    clock += minute;
    await run();
    expect(sender.sent).toEqual([]);
    expect((await queue.list(everything)).notices[0]?.result).toEqual({ outcome: 'withdrawn' });
  });

  it('that fails is told, but never by mail', async () => {
    sender.answers = [refusal('envelope', 'recipientUnknown', true)];
    await raiseLock('bernd');
    await run();
    clock += hour;
    await run();
    expect(sender.sent).toHaveLength(1);
    expect((await raisedCodes())[0]).toEqual(['alertMailFailed', 'anna@corp.example', 'recipientUnknown']);
  });
});

describe('a mail of the program that is not delivered', () => {
  const wanted = { kind: 'alert', userId: null, toAddress: 'gone@corp.example', language: 'en' } as const;

  it('is told once when its sign-in was refused, however long it waits', async () => {
    sender.answers = [refusal('authenticate', 'wrongCredentials', true)];
    await raiseLock('bernd');
    for (let hours = 0; hours < 3; hours += 1) {
      await run();
      clock += hour;
    }
    expect(await raisedCodes()).toMatchObject([
      ['alertMailFailed', 'anna@corp.example', 'wrongCredentials'],
      ['userLocked', undefined, undefined],
    ]);
  });

  it('is told when it became too old, although no server was asked', async () => {
    sender.isMissing = true;
    await queue.add({ ...wanted, kind: 'passwordChanged', details: {} });
    await run();
    expect(await raisedCodes()).toEqual([]);
    clock += 73 * hour;
    await run();
    expect(await raisedCodes()).toEqual([['mailRefused', 'gone@corp.example', undefined]]);
  });

  it('makes one mail about that, and none more however long every mail is refused', async () => {
    sender.isMissing = true;
    await queue.add({ ...wanted, kind: 'passwordChanged', details: {} });
    clock += 73 * hour;
    sender.isMissing = false;
    sender.answers = [refusal('envelope', 'recipientUnknown', true)];
    for (let hours = 0; hours < 72; hours += 1) {
      await run();
      clock += hour;
    }
    expect(sender.sent).toHaveLength(1);
    expect((await queue.list(everything)).total).toBe(2);
    expect((await raisedCodes()).map(([code]) => code)).toEqual(['alertMailFailed', 'mailRefused']);
  });

  it('is not told when nobody wants it any more', async () => {
    await queue.add({ ...wanted, details: {} });
    await run();
    expect(await raisedCodes()).toEqual([]);
  });
});
