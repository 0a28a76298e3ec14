import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, type Page, test } from '@playwright/test';
import { createAuditStore } from '../../electron/stores/audit/auditStore.ts';
import { createDatabase } from '../../electron/stores/database/createDatabase.ts';
import { expectAccessible, narrow } from './accessibility.ts';
import { setLanguage } from './mailForm.ts';
import { administratorPassword, createAdministrator, signIn, signOut } from './people.ts';
import { addFolder, addProfile, addRole, addUser, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

/** Six things that were done, and one that was refused. */
const deeds = fillAs(async (client) => {
  const id = await addRole(client, 'Operators', ['mail.view']);
  const values = { name: 'Operators', description: 'Night shift', permissions: ['mail.view', 'mail.edit'] };
  await client.roles.saveRole({
    id,
    revision: 1,
    values: { ...values, permissions: ['mail.view', 'mail.edit'] },
  });
  await addUser(client, 'anna', [{ roleId: id, folderId: await addFolder(client, 'Berlin') }]);
  await addProfile(client, 'head-office', null);
  const { revision, general } = await client.settings.getGeneral();
  await client.settings.saveGeneral({ revision, general: { ...general, theme: 'dark' } });
  await client.roles
    .saveRole({ id, revision: 1, values: { ...values, permissions: [] } })
    .catch(() => undefined);
});

const oneDeed = fillAs((client) => addRole(client, 'Operators', ['mail.view']));

const open = async (page: Page, prepare?: (dataDirectory: string) => Promise<unknown>): Promise<void> => {
  relayConsole = await startConsole(prepare);
  await page.goto(relayConsole.link);
  await openAudit(page);
};

const openAudit = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();
};

test.afterEach(() => relayConsole.stop());

const entries = (page: Page) => page.getByRole('grid', { name: 'Audit entries' });
const entry = (page: Page, name: RegExp) => entries(page).getByRole('row', { name });
const details = (page: Page) => page.getByRole('region', { name: 'Details of the entry' });

test('who did what is listed, the newest first, and an entry says what was and became', async ({ page }) => {
  await open(page, deeds);
  await expect(entries(page).getByRole('row').nth(1)).toContainText('Changed by somebody else before');
  await entry(page, /Role changed Operators Done/).click();
  await expect(details(page).getByRole('row', { name: 'Description – Night shift' })).toBeVisible();
  await expect(
    details(page).getByRole('row', { name: /Rights Mail: View Mail: Edit, Mail: View/ }),
  ).toBeVisible();
  await expect(details(page).getByText('command line')).toBeVisible();
  await expect(page).toHaveURL(/#\/audit\/2$/);
  await page.reload();
  await expect(details(page).getByRole('heading', { name: 'Entry 2' })).toBeVisible();

  await entry(page, /Console settings saved/).click();
  await expect(details(page).getByRole('row', { name: /^Theme/ })).toContainText('Dark');
  await entry(page, /User created anna/).click();
  await expect(details(page).getByRole('row', { name: 'Roles – Operators (Berlin)' })).toBeVisible();
});

test('the keyboard alone goes through the list, opens an entry and closes it', async ({ page }) => {
  await open(page, deeds);
  await entries(page).press('ArrowDown');
  await entries(page).press('Enter');
  await expect(details(page).getByRole('heading', { name: 'Entry 6' })).toBeVisible();
  await details(page).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(details(page)).toBeHidden();
});

test('filters show what was refused, what holds a word, and one operation alone', async ({ page }) => {
  await open(page, deeds);
  await page.getByRole('combobox', { name: 'Result' }).selectOption('Refused or failed');
  await expect(entries(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Result' }).selectOption('All');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('anna');
  await expect(entries(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('nothing like it');
  await expect(page.getByText('No entry fits')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('');
  await entry(page, /Role created/).click();
  await details(page).getByRole('button', { name: 'Only this operation' }).click();
  await expect(entries(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove the filter “Role created”' }).click();
  await expect(entry(page, /User created/)).toBeVisible();
});

test('sign-ins are in it with the reason, and never what was typed for nobody', async ({ page }) => {
  const planted = 'Pl4nted-Secret-As-Name';
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
  await createAdministrator(page);
  await signOut(page);
  await signIn(page, planted, 'wrong password of nobody');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await signIn(page, 'admin', 'not the right one');
  await signIn(page, 'admin', administratorPassword);
  await openAudit(page);
  await expect(entry(page, /Nobody signed in Sign-in Unknown user/)).toBeVisible();
  await expect(entry(page, /Nobody signed in Sign-in admin Wrong password/)).toBeVisible();
  await expect(page.getByText(planted)).toHaveCount(0);
  await entry(page, /admin Sign-in admin Signed in/).click();
  await details(page).getByRole('button', { name: 'Only this user' }).click();
  await expect(page.getByRole('button', { name: 'Remove the filter “By admin”' })).toBeVisible();
  await expect(entry(page, /Wrong password/)).toHaveCount(0);
  const file = await readFile(path.join(relayConsole.dataDirectory, 'console.db-wal'), 'latin1');
  expect(file).not.toContain(planted);
});

test('whoever writes into the file is found out', async ({ page }) => {
  await open(page, deeds);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Unbroken: 7 entries checked')).toBeVisible();
  const file = new DatabaseSync(path.join(relayConsole.dataDirectory, 'console.db'));
  file.exec(`DROP TRIGGER "audit.noUpdate"; UPDATE audit SET user = 'somebody else' WHERE number = 4`);
  file.close();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('The audit was changed from outside at entry 4')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/audit-broken.png' });
  await page.getByRole('button', { name: 'Show entry 4' }).click();
  await expect(details(page).getByText('somebody else')).toBeVisible();
});

test('whoever cuts the newest entries off is found out', async ({ page }) => {
  await open(page, deeds);
  const file = new DatabaseSync(path.join(relayConsole.dataDirectory, 'console.db'));
  file.exec(`DROP TRIGGER "audit.noDelete"; DELETE FROM audit WHERE number > 4`);
  file.close();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Entries 5 to 7 of the audit are missing')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/audit-cut.png' });
  await page.getByRole('button', { name: 'Accept the audit as it is…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText(/Unbroken: 5 entries checked/)).toBeVisible();
  await entry(page, /Audit accepted as it is/).click();
  await expect(details(page).getByRole('row', { name: 'Newest entry of the audit 7 4' })).toBeVisible();
});

test('the entries that are shown can be saved as a file', async ({ page }) => {
  await open(page, deeds);
  await page.getByRole('combobox', { name: 'Result' }).selectOption('Done');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('anna');
  await expect(entries(page).getByRole('row')).toHaveCount(2);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const content = await readFile(await (await download).path(), 'utf8');
  expect(content.trimEnd().split('\r\n')).toHaveLength(2);
  expect(content).toContain('users.createUser');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await entry(page, /Audit exported/).click();
  await expect(details(page).getByRole('row', { name: 'Outcome – Done' })).toBeVisible();
});

test('older entries follow as the end comes into sight', async ({ page }) => {
  await open(page, async (directory) => {
    const database = createDatabase({ directory, now: () => new Date() });
    const audit = createAuditStore(database.query);
    const deed = {
      userId: null,
      user: 'anna',
      door: 'browser',
      machine: 'SRV-1',
      changes: [],
      result: 'done',
    };
    for (let number = 1; number <= 450; number += 1)
      await audit.append({ ...deed, at: number, operation: 'roles.saveRole', subject: `role ${number}` });
    await database.close();
  });
  await expect(entry(page, /role 450 /)).toBeVisible();
  await entries(page).press('End');
  await entries(page).press('End');
  await expect(async () => {
    await entries(page).press('End');
    await expect(entry(page, /role 1 /)).toBeVisible();
  }).toPass();
});

test('an empty audit says what will be in it', async ({ page }) => {
  await open(page);
  await expect(page.getByText('Nothing has been done yet')).toBeVisible();
  await expectAccessible(page);
});

for (const [colorScheme, language, title] of [
  ['light', null, 'Audit'],
  ['dark', null, 'Audit'],
  ['light', 'Français', 'Audit'],
  ['dark', 'Deutsch', 'Audit'],
] as const)
  test(`the audit is accessible in ${colorScheme}, ${language ?? 'English'}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, oneDeed);
    if (language) await setLanguage(page, language);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await page.getByRole('row').nth(1).click();
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({
      path: `test-results/screenshots/audit-${colorScheme}-${language ?? 'English'}.png`,
    });
  });

test('forced colours and a narrow window keep everything in reach, in French', async ({ page }) => {
  await open(page, oneDeed);
  await setLanguage(page, 'Français');
  await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();
  await narrow(page);
  const list = page.getByRole('grid');
  await expectAccessible(page);
  await page.getByRole('columnheader', { name: 'Résultat' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/screenshots/audit-narrow-list.png' });
  await list.getByRole('row', { name: /Operators/ }).click();
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/audit-narrow.png' });
});
