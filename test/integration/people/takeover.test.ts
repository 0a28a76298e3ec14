import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permissions } from '../../../electron/contract/permissions.ts';
import { addRole, addUser } from '../../e2e/seededPeople.ts';
import { collect } from '../../unit/services/proof/collect.ts';
import { type Browser, enterWith, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

let door: PeopleDoor;
let admin: Browser;

beforeEach(async () => {
  door = await openPeopleDoor();
  admin = await door.setUp();
});
afterEach(() => door.close());

const everything = { search: '', offset: 0, limit: 10 };

describe('with every right but the role Administrator nobody gets at an administrator', () => {
  let bob: Browser;
  beforeEach(async () => {
    bob = await enterWith(admin, await door.browse(), { name: 'bob', permissions });
  });

  it('by reading the code in the built-in mailbox', async () => {
    const { userId } = await admin.client.session.getSession();
    await collect(await admin.client.notices.rehearseReset({ userId: userId ?? '' }));
    const { messages } = await admin.client.mailbox.listMessages(everything);
    expect(messages).toMatchObject([{ to: ['anna@corp.example'] }]);
    const id = messages[0]?.id ?? '';
    expect((await admin.client.mailbox.getMessage({ id })).text).toMatch(/(?:[0-9A-Z]{5}-){6}/);

    expect(await bob.client.mailbox.listMessages(everything)).toMatchObject({ total: 0, unread: 0 });
    for (const operation of ['getMessage', 'getSource', 'exportMessage', 'markRead'])
      expect([operation, (await bob.call(`mailbox.${operation}`, { id })).status]).toEqual([operation, 404]);
    expect((await bob.call('mailbox.getAttachment', { id, index: 0 })).status).toBe(404);
    expect(await bob.client.mailbox.removeMessages({ ids: [id] })).toEqual({ removed: 0 });
    expect((await admin.client.mailbox.listMessages(everything)).unread).toBe(1);
  });

  it('by making a recovery key, taking it away, or making a data key', async () => {
    await admin.client.security.createRecoveryKey();
    const before = await admin.client.security.getProtection();
    const slotId = before.slots.find(({ kind }) => kind === 'recoveryKey')?.id;
    for (const [operation, input] of [
      ['security.createRecoveryKey', {}],
      ['security.rotateDataKey', { passphrase: null }],
      ['security.startNewVault', {}],
      ['security.removeSlot', { slotId }],
    ] as const) {
      const { status, body } = await bob.call(operation, input);
      expect([operation, status]).toEqual([operation, 403]);
      expect(body).toContain('ADMINISTRATOR_REQUIRED');
    }
    expect(await admin.client.security.getProtection()).toEqual(before);
    expect((await admin.client.security.createRecoveryKey()).recoveryKey).not.toBe('');
  });
});

describe('who may edit users', () => {
  let bob: Browser;
  beforeEach(async () => {
    bob = await enterWith(admin, await door.browse(), {
      ...{ name: 'bob', permissions: ['users.view', 'users.edit', 'roles.view'] },
    });
  });

  it('takes nobody over who holds more, also not by taking the roles away first', async () => {
    const roleId = await addRole(admin.client, 'Security', ['security.view', 'security.edit']);
    const grants = [{ roleId, folderId: null }];
    const id = await addUser(admin.client, 'carl', grants, 'another fine sentence');
    const { revision, values } = await bob.client.users.getUser({ id });
    const stripping = await bob.call('users.saveUser', { id, revision, values, grants: [] });
    expect([stripping.status, stripping.body]).toEqual([403, expect.stringContaining('security.view')]);
    const password = 'one more fine sentence';
    expect((await bob.call('users.setPassword', { id, password })).status).toBe(403);
  });

  it('decides nothing of the mails that an administrator gets', async () => {
    const { userId } = await admin.client.session.getSession();
    const subscriptions = { Fatal: 'atOnce' } as const;
    await admin.client.alerts.saveSubscriptions({ subscriptions });
    const silencing = await bob.call('alerts.saveUserSubscriptions', { userId, subscriptions: {} });
    expect([silencing.status, silencing.body]).toEqual([409, expect.stringContaining('onlyAdministrators')]);
    expect(await admin.client.alerts.getSubscriptions()).toMatchObject({ subscriptions });
  });
});

it('nobody gives themselves a password without the present one', async () => {
  const { userId } = await admin.client.session.getSession();
  const { status, body } = await admin.call('users.setPassword', {
    id: userId,
    password: 'one more sentence',
  });
  expect(status).toBe(409);
  expect(body).toContain('ownPassword');
  expect((await admin.client.users.getUser({ id: userId ?? '' })).restrictions).toContainEqual({
    ...{ action: 'setPassword', reason: 'ownPassword' },
  });
});
