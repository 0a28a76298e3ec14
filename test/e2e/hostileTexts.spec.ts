import { expect, type Locator, type Page, test } from '@playwright/test';
import { newNotice } from '../../electron/services/notices/newNotice.ts';
import { createDatabase } from '../../electron/stores/database/createDatabase.ts';
import { createNoticeStore } from '../../electron/stores/notices/noticeStore.ts';
import { lockedAlert, raiseAlerts, refusedAlert } from './raisedAlerts.ts';
import { addFolder, addProfile, addRole, addUser, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

/** Markup that runs a script where a page takes it for more than a text. */
const hostile = '<img src=x onerror=window.ran=1>';

/** Hostile wherever people or servers may choose what is written. */
const people = fillAs(async (client) => {
  const roleId = await addRole(client, hostile, ['mail.view']);
  const folderId = await addFolder(client, hostile);
  const id = await addUser(client, 'anna', [
    { roleId, folderId },
    { roleId, folderId: null },
  ]);
  const { values, grants, revision } = await client.users.getUser({ id });
  await client.users.saveUser({ id, revision, values: { ...values, displayName: hostile }, grants });
  await addProfile(client, hostile, folderId);
});

const queueMail = async (directory: string): Promise<void> => {
  const database = createDatabase({ directory, now: () => new Date() });
  const details = { user: hostile, machine: hostile };
  const notice = {
    kind: 'passwordChanged',
    userId: null,
    toAddress: hostile,
    language: 'en',
    details,
  } as const;
  await createNoticeStore(database.query).add(newNotice(notice, Date.now()));
  await database.close();
};

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole(async (directory) => {
    await people(directory);
    await raiseAlerts([lockedAlert(hostile), refusedAlert(hostile)])(directory);
    await queueMail(directory);
  });
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

const open = async (page: Page, area: RegExp): Promise<void> => {
  await page.getByRole('link', { name: area }).click();
};

/** It stands there as it was written, and no more. */
const expectText = async (page: Page, within: Locator): Promise<void> => {
  await expect(within.getByText(hostile).first()).toBeVisible();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
};

test('a text that is markup is shown as text on every page, and runs nothing', async ({ page }) => {
  const main = page.getByRole('main');

  await open(page, /^Users$/);
  await main.getByRole('grid', { name: 'Users' }).getByRole('row', { name: /anna/ }).click();
  await expectText(page, page.getByRole('region', { name: 'User', exact: true }));
  const users = main.getByRole('grid', { name: 'Users' });
  await expectText(page, users);
  await users.getByText(hostile).first().hover();
  await expect(users.getByTitle(hostile, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import users' });
  const csv = `userName,roles,${hostile}\r\n${hostile},${hostile},\r\n`;
  const file = { name: 'users.csv', mimeType: 'text/csv' };
  await dialog.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(csv) });
  await expectText(page, dialog);
  const rows = `userName,roles\r\n${hostile},${hostile}\r\n`;
  await dialog.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(rows) });
  await expectText(page, dialog);
  await page.keyboard.press('Escape');

  await open(page, /^Roles$/);
  await expectText(page, main.getByRole('list', { name: 'Roles' }));

  await open(page, /^Audit$/);
  await expectText(page, main);

  await open(page, /^Alerts/);
  await expectText(page, main.getByRole('grid', { name: 'Alerts' }));

  await open(page, /^Delivery log$/);
  await expectText(page, main);

  await open(page, /^Mail$/);
  await expectText(page, main);
});
