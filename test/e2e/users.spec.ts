import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, narrow } from './accessibility.ts';
import { setLanguage } from './mailForm.ts';
import { manyUsers } from './manyUsers.ts';
import { passwordField } from './people.ts';
import { addFolder, addRole, addUser, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

const password = 'plain words on a wall';

let relayConsole: RunningConsole;

/** Thousands of users, and two with a role: anna everywhere, bruno in a folder. */
const people = async (folder: string): Promise<void> => {
  await manyUsers(3_000)(folder);
  await fillAs(async (client) => {
    const operators = await addRole(client, 'Operators', ['mail.view', 'mail.edit']);
    const berlin = await addFolder(client, 'Berlin');
    await addUser(client, 'anna', [{ roleId: operators, folderId: null }]);
    await addUser(client, 'bruno', [{ roleId: operators, folderId: berlin }]);
  })(folder);
};

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole(people);
  await page.goto(relayConsole.link);
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await expect(rowOf(page, 'anna')).toBeVisible();
});

test.afterEach(() => relayConsole.stop());

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Users' });
const rowOf = (page: Page, name: string): Locator => grid(page).getByRole('row', { name: new RegExp(name) });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search by name or address' });
const userPane = (page: Page): Locator => page.getByRole('region', { name: 'User', exact: true });

const openUser = async (page: Page, name: string): Promise<void> => {
  await search(page).fill(name);
  await rowOf(page, name).click();
  await expect(userPane(page).getByRole('heading', { name, level: 2 })).toBeVisible();
};

test('thousands of users are scrolled, searched, filtered and sorted', async ({ page }) => {
  await expect(page.getByText('3,002 users')).toBeVisible();
  await grid(page).evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await expect(rowOf(page, 'user003000')).toBeVisible();
  await expect(grid(page).getByRole('columnheader', { name: 'User name' })).toBeInViewport();
  await search(page).fill('user0012');
  await expect(page.getByText('100 users', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'State' }).selectOption('Inactive');
  await expect(page.getByText('10 users', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Operators');
  await expect(page.getByText('2 users', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Folder' }).selectOption('Berlin');
  await expect(rowOf(page, 'bruno')).toBeVisible();
  await expect(rowOf(page, 'anna')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('button', { name: 'User name' }).click();
  await expect(rowOf(page, 'user003000')).toBeVisible();
  await search(page).fill('nobody at all');
  await expect(page.getByText('Nobody is found.')).toBeVisible();
});

test('an answer that comes late does not take the place of the one that was asked for last', async ({
  page,
}) => {
  const late = Promise.withResolvers<void>();
  await page.route(/listUsers/, async (route) => {
    if (route.request().postData()?.includes('user00299')) await late.promise;
    await route.continue().catch(() => undefined);
  });
  const asked = page.waitForRequest((request) => request.postData()?.includes('user00299') === true);
  await search(page).fill('user00299');
  await asked;
  await search(page).fill('bruno');
  await expect(rowOf(page, 'bruno')).toBeVisible();
  late.resolve();
  await expect(page.getByText('1 user', { exact: true })).toBeVisible();
  await expect(rowOf(page, 'bruno')).toBeVisible();
});

test('the keyboard alone selects ranges far beyond what is loaded, and everybody', async ({ page }) => {
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Shift+End');
  await expect(page.getByText('3,001 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('3,002 users')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('All 3,002 found are selected.')).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(userPane(page).getByRole('heading', { name: 'anna' })).toBeVisible();
});

test('U25: many users are changed at once after a preview that says who is left out and why', async ({
  page,
}) => {
  await search(page).fill('user0000');
  await expect(page.getByText('99 users', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all users found' }).check();
  await page.getByRole('button', { name: 'Deactivate…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Deactivate 90 users' });
  await expect(dialog.getByText('9 are left out: nothing would change.')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/users-bulk.png' });
  await dialog.getByRole('button', { name: 'Deactivate 90 users' }).click();
  await expect(page.getByText('90 users changed.')).toBeVisible();
  await expect(rowOf(page, 'user000001').getByText('Inactive')).toBeVisible();

  await page.getByRole('button', { name: 'Add role…' }).click();
  const role = page.getByRole('dialog', { name: /^Add a role/ });
  await role.getByRole('combobox', { name: 'Role' }).selectOption('Operators');
  await role.getByRole('combobox', { name: 'Where' }).selectOption('Berlin');
  await role.getByRole('button', { name: 'Add a role to 99 users' }).click();
  await expect(page.getByText('99 users changed.')).toBeVisible();
  await expect(rowOf(page, 'user000001').getByText('Operators')).toBeVisible();
});

test('a bulk action that would be for others by now is shown again before it is done', async ({ page }) => {
  await search(page).fill('user0000');
  await expect(page.getByText('99 users', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all users found' }).check();
  await page.getByRole('button', { name: 'Activate…', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Activate 9 users' })).toBeVisible();
  await page.route(/applyBulk/, async (route) => {
    const sent = JSON.parse(route.request().postData() ?? '') as { json: object };
    const json = { ...sent.json, fingerprint: '0'.repeat(64) };
    await route.continue({ postData: JSON.stringify({ ...sent, json }) });
  });
  await page.getByRole('button', { name: 'Activate 9 users' }).click();
  await expect(page.getByText('Somebody changed users meanwhile')).toBeVisible();
  await page.unroute(/applyBulk/);
  await page.getByRole('button', { name: 'Activate 9 users' }).click();
  await expect(page.getByText('9 users changed.')).toBeVisible();
});

test('U03: a user is created with a role and a password, edited, and deleted', async ({ page }) => {
  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New local user' });
  await dialog.getByRole('textbox', { name: 'User name' }).fill('Anna');
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('dora@corp.example');
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('Operators');
  await dialog.getByRole('button', { name: 'Add role', exact: true }).click();
  await passwordField(dialog, 'New password').fill(password);
  await passwordField(dialog, 'New password again').fill(password);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/users-new.png' });
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('Another user has this name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'User name' }).fill('dora');
  await dialog.getByRole('button', { name: 'Create' }).click();
  const pane = userPane(page);
  await expect(pane.getByRole('heading', { name: 'dora' })).toBeVisible();
  await expect(pane.getByText('Operators (Everywhere)')).toBeVisible();

  await pane.getByRole('button', { name: 'Edit' }).click();
  await pane.getByRole('textbox', { name: 'Display name' }).fill('Dora Díaz');
  await pane.getByRole('button', { name: 'Remove Operators (Everywhere)' }).click();
  await page.keyboard.press('Alt+1');
  await page.getByRole('button', { name: 'Stay' }).click();
  await pane.getByRole('button', { name: 'Save' }).click();
  await expect(pane.getByText('Dora Díaz')).toBeVisible();
  await expect(pane.getByText('No role')).toBeVisible();

  await pane.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 1 user' }).click();
  await expect(pane).toHaveCount(0);
  await search(page).fill('dora');
  await expect(page.getByText('Nobody is found.')).toBeVisible();
});

test('what is typed of a new user is not given up without a question', async ({ page }) => {
  await page.getByRole('button', { name: 'New user' }).click();
  const name = page
    .getByRole('dialog', { name: 'New local user' })
    .getByRole('textbox', { name: 'User name' });
  await name.fill('dora');
  await name.press('Escape');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(name).toHaveValue('dora');
  await name.press('Escape');
  await page.getByRole('button', { name: 'Discard and leave' }).click();
  await expect(name).toHaveCount(0);
});

test('a deletion is told also where its user is found gone before the list is read again', async ({
  page,
}) => {
  await openUser(page, 'anna');
  const pane = userPane(page);
  await pane.getByRole('button', { name: 'Delete…' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Delete 1 user' })).toBeEnabled();
  const late = Promise.withResolvers<void>();
  await page.route(/listUsers/, async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 1 user' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  late.resolve();
  await expect(page.getByText('1 user deleted')).toBeVisible();
  await expect(pane).toHaveCount(0);
});

test('who saves after somebody else decides which values stay', async ({ page }) => {
  await openUser(page, 'bruno');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await userPane(other).getByRole('button', { name: 'Edit' }).click();
  await userPane(page).getByRole('button', { name: 'Edit' }).click();
  await userPane(other).getByRole('textbox', { name: 'Display name' }).fill('Theirs');
  await userPane(other).getByRole('button', { name: 'Save' }).click();
  await expect(userPane(other).getByText('Theirs')).toBeVisible();
  await userPane(page).getByRole('textbox', { name: 'Display name' }).fill('Mine');
  await userPane(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody else saved first.')).toBeVisible();
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(userPane(page).getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect(userPane(page).getByText('Mine')).toBeVisible();
});

test('alerts by mail are decided for somebody else', async ({ page }) => {
  await openUser(page, 'anna');
  await userPane(page).getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Alerts by mail for anna' });
  await dialog.getByRole('radiogroup', { name: 'Fatal' }).getByRole('radio', { name: 'At once' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(userPane(page).getByText('At once')).toBeVisible();
});

test('users are exported, changed in a file, tried and imported; faults are told row by row', async ({
  page,
}) => {
  await search(page).fill('user00000');
  await expect(page.getByText('9 users', { exact: true })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as CSV' }).click(),
  ]);
  const exported = await readFile(await file.path(), 'utf8');
  expect(exported.trim().split('\r\n')).toHaveLength(10);
  const dialog = page.getByRole('dialog', { name: 'Import users' });
  const choose = (text: string) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Import…' }).click();
  await choose(exported);
  await expect(dialog.getByText('9 stay as they are.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: '2 user000001 Unchanged' })).toBeVisible();
  await choose('userName,mail\r\nemil,emil@corp.example\r\nfritz,no address\r\n');
  await expect(dialog.getByRole('row', { name: /3 fritz mail This is not one plain/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/users-import.png' });
  await choose('userName,mail\r\nemil,emil@corp.example\r\nfritz,fritz@corp.example\r\n');
  await dialog.getByRole('button', { name: 'Import 2 users' }).click();
  await expect(page.getByText('The file is imported.')).toBeVisible();
  await search(page).fill('fritz@corp.example');
  await expect(rowOf(page, 'fritz')).toBeVisible();
});

test('columns are chosen and stay chosen in this browser', async ({ page }) => {
  await expect(grid(page).getByRole('columnheader', { name: 'E-mail address' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'E-mail address' }).click();
  await page.keyboard.press('Escape');
  await expect(grid(page).getByRole('columnheader', { name: 'E-mail address' })).toBeVisible();
  await page.reload();
  await expect(grid(page).getByRole('columnheader', { name: 'E-mail address' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the table and a user are accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/screenshots/users-${colorScheme}.png` });
    await rowOf(page, 'anna').click();
    await expect(userPane(page).getByText('Operators (Everywhere)')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/screenshots/users-one-${colorScheme}.png` });
  });

test('French, forced colours and a narrow window at 200 %', async ({ page }) => {
  await setLanguage(page, 'Français');
  await expect(page.getByRole('heading', { name: 'Utilisateurs' })).toBeVisible();
  await page.getByRole('row', { name: /anna/ }).click();
  await expect(page.getByRole('heading', { name: 'anna' })).toBeVisible();
  await expect(page.getByText('Operators (Partout)')).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/users-french.png' });
  await narrow(page);
  await expect(page.getByRole('heading', { name: 'anna' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/users-narrow.png' });
  await page.getByRole('button', { name: 'Fermer' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('row', { name: /anna/ }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/screenshots/users-narrow-list.png' });
});
