import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlertQuery } from '../../../../electron/contract/alerts/alert.ts';
import { type AlertService, createAlertService } from '../../../../electron/services/alerts/alertService.ts';
import type { Noted } from '../../../../electron/services/audit/note.ts';
import { createAlertStore } from '../../../../electron/stores/alerts/alertStore.ts';
import { createSubscriptionStore } from '../../../../electron/stores/alerts/subscriptionStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';

const everything: AlertQuery = {
  severities: [],
  components: [],
  isUnreadOnly: false,
  below: null,
  limit: 100,
};
const minuteMs = 60_000;
const dayMs = 86_400_000;

let database: TemporaryDatabase;
let service: AlertService;
let clock: number;
let isMailEnabled: boolean;
let viewers: Set<string>;
let address: string | null;
let delivery: 'sent' | 'captured' | 'none';
let anna: string;
let bernd: string;

const raiseLock = (user: string) =>
  service.raise({
    severity: 'Warn',
    component: 'signIn',
    code: 'userLocked',
    parameters: { user, machine: 'PC-1' },
  });
const raiseRefusal = (code: 'mailRefused' | 'alertMailFailed' = 'mailRefused') =>
  service.raise({ severity: 'Error', component: 'mail', code, parameters: { recipient: 'z@corp.example' } });

/** Who gets which alerts, by id. */
const due = async () =>
  (await service.dueMails(clock)).map(({ userId, alerts }) => [userId, alerts.map(({ id }) => id)]);
const mailAll = async () => {
  for (const mail of await service.dueMails(clock)) await mail.noteMailed();
};

beforeEach(async () => {
  database = await openTemporaryDatabase();
  clock = 10 * dayMs;
  isMailEnabled = true;
  address = 'anna@corp.example';
  delivery = 'sent';
  anna = await addUserRow(database.query, { name: 'anna', mail: 'anna@corp.example' });
  bernd = await addUserRow(database.query, { name: 'bernd', mail: 'bernd@corp.example' });
  viewers = new Set([anna, bernd]);
  service = createAlertService({
    alerts: createAlertStore(database.query),
    subscriptions: createSubscriptionStore(database.query),
    findUser: async (id) => ([anna, bernd].includes(id) ? { name: 'anna', mail: address } : null),
    defaultDelivery: async () => delivery,
    isMailEnabled: async () => isMailEnabled,
    mayView: async (userId) => viewers.has(userId),
    now: () => clock,
  });
});

afterEach(() => database.remove());

describe('alerts', () => {
  it('are listed newest first, by severity and component, in pages', async () => {
    const first = await raiseLock('anna');
    const second = await raiseRefusal();
    const ids = async (wanted: Partial<AlertQuery>) =>
      (await service.listAlerts({ ...everything, ...wanted }, anna)).alerts.map(({ id }) => id);
    expect(await ids({})).toEqual([second.id, first.id]);
    expect(await ids({ severities: ['Warn', 'Info'] })).toEqual([first.id]);
    expect(await ids({ components: ['mail'] })).toEqual([second.id]);
    expect(await ids({ below: second.id })).toEqual([first.id]);
    expect((await service.listAlerts(everything, anna)).alerts[1]).toMatchObject({
      parameters: { user: 'anna', machine: 'PC-1' },
      at: new Date(clock).toISOString(),
    });
  });

  it('are read by each user for themselves, one or many', async () => {
    const [first] = [await raiseLock('x'), await raiseLock('y'), await raiseLock('z')];
    expect(await service.markRead([first.id, first.id, 999], anna)).toBe(2);
    expect(await service.countUnread(bernd)).toBe(3);
    const unread = await service.listAlerts({ ...everything, isUnreadOnly: true }, anna);
    expect(unread).toMatchObject({ unread: 2, alerts: [{ isRead: false }, { isRead: false }] });
    expect(await service.markRead(null, anna)).toBe(0);
    expect(await service.markRead(null, anna)).toBe(0);
    expect(await service.countUnread(bernd)).toBe(3);
  });
});

describe('alert mail', () => {
  it('goes to those who want the severity, once, and tells nothing of before the subscription', async () => {
    await raiseLock('before');
    await service.saveSubscriptions(anna, { Warn: 'atOnce' });
    await service.saveSubscriptions(bernd, { Error: 'atOnce' });
    const alert = await raiseLock('x');
    expect(await due()).toEqual([[anna, [alert.id]]]);
    expect(await due()).toHaveLength(1);
    await mailAll();
    expect(await due()).toEqual([]);
  });

  it('keeps to the rhythm of each severity', async () => {
    await service.saveSubscriptions(anna, { Warn: 'everyTenMinutes', Error: 'daily' });
    const [lock, refusal] = [await raiseLock('x'), await raiseRefusal()];
    clock += 9 * minuteMs;
    expect(await due()).toEqual([]);
    clock += minuteMs;
    expect(await due()).toEqual([[anna, [lock.id]]]);
    await mailAll();
    clock += dayMs;
    const again = await raiseLock('y');
    expect(await due()).toEqual([[anna, [refusal.id, again.id]]]);
  });

  it('needs a valid address, the right to view alerts, an active user and the switch (M03)', async () => {
    for (const user of [anna, bernd]) await service.saveSubscriptions(user, { Warn: 'atOnce' });
    await raiseLock('x');
    const people = (await database.query()).updateTable('users').where('id', '=', bernd);
    await people.set({ mail: 'no address' }).execute();
    expect(await due()).toMatchObject([[anna, {}]]);
    await people.set({ mail: 'bernd@corp.example', isActive: 0 }).execute();
    expect(await due()).toMatchObject([[anna, {}]]);
    viewers.delete(anna);
    expect(await due()).toEqual([]);
    viewers.add(anna);
    isMailEnabled = false;
    expect(await due()).toEqual([]);
  });

  it('is not sent about alert mail that failed, however often it did', async () => {
    await service.saveSubscriptions(anna, { Error: 'atOnce' });
    for (let count = 0; count < 120; count += 1) await raiseRefusal('alertMailFailed');
    expect(await due()).toEqual([]);
    const refusal = await raiseRefusal();
    expect(await due()).toEqual([[anna, [refusal.id]]]);
  });

  it('does not bring up what is long past when it is switched on again', async () => {
    await service.saveSubscriptions(anna, { Warn: 'atOnce' });
    await raiseLock('long ago');
    clock += 3 * dayMs;
    expect(await due()).toEqual([]);
  });

  it('is for nobody who did not ask for it: also nobody whom the directory brought (U17)', async () => {
    await addUserRow(database.query, {
      name: 'CORP\\cleo',
      kind: 'directoryUser',
      mail: 'cleo@corp.example',
    });
    await raiseLock('x');
    expect(await due()).toEqual([]);
    await service.saveSubscriptions(anna, { Warn: 'atOnce' });
    await service.saveSubscriptions(anna, {});
    expect((await service.getSubscriptions(anna)).subscriptions).toEqual({});
  });

  it('are told to the audit by name, as they were and became', async () => {
    const noted: Noted[] = [];
    await service.saveSubscriptions(anna, { Warn: 'daily', Info: 'daily' });
    await service.saveSubscriptions(anna, { Warn: 'atOnce' }, (more) => void noted.push(more));
    expect(noted).toContainEqual({ subject: 'anna' });
    expect(noted.flatMap(({ changes }) => changes ?? [])).toEqual([
      { path: 'subscription.Info', before: '"daily"', after: null },
      { path: 'subscription.Warn', before: '"daily"', after: '"atOnce"' },
    ]);
  });

  it('come with what keeps them from arriving', async () => {
    expect(await service.getSubscriptions(anna)).toEqual({ subscriptions: {}, obstacles: [] });
    const obstacles = async () => (await service.getSubscriptions(anna)).obstacles;
    isMailEnabled = false;
    delivery = 'none';
    address = null;
    viewers.delete(anna);
    expect(await obstacles()).toEqual(['mailOff', 'noProfile', 'noAddress', 'notAllowed']);
    isMailEnabled = true;
    delivery = 'captured';
    address = 'CORP\\anna';
    viewers.add(anna);
    expect(await obstacles()).toEqual(['captured', 'noAddress']);
  });
});
