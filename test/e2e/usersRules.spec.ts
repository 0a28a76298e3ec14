import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { setLanguage } from './mailForm.ts';
import { administratorPassword, passwordField, signIn, signOut } from './people.ts';
import { addRole, addUser, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

const firstPassword = 'a first password of mine';
const ownPassword = 'another password of mine';

let relayConsole: RunningConsole;

/** clara sees users and may change nothing; dora changes users and is no administrator. */
const people = fillAs(async (client) => {
  const readers = await addRole(client, 'Readers', ['users.view', 'roles.view']);
  const helpers = await addRole(client, 'Helpers', ['users.view', 'users.edit', 'roles.view']);
  await addUser(client, 'clara', [{ roleId: readers, folderId: null }], firstPassword);
  await addUser(client, 'dora', [{ roleId: helpers, folderId: null }], firstPassword);
  const administrator = { displayName: '', mail: null, language: null, password: administratorPassword };
  await client.session.createAdministrator(administrator);
});

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole(people);
  await page.goto(relayConsole.link);
});

test.afterEach(() => relayConsole.stop());

const userPane = (page: Page): Locator => page.getByRole('region', { name: 'User', exact: true });

const openUser = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page
    .getByRole('grid', { name: 'Users' })
    .getByRole('row', { name: new RegExp(name) })
    .click();
  await expect(userPane(page).getByRole('heading', { name, level: 2 })).toBeVisible();
};

/** Signs in for the first time, which takes a password of one's own. */
const signInFirst = async (page: Page, name: string): Promise<void> => {
  await signIn(page, name, firstPassword);
  await passwordField(page, 'Current password').fill(firstPassword);
  await passwordField(page, 'New password').fill(ownPassword);
  await passwordField(page, 'New password again').fill(ownPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
};

const expectDisabled = (button: Locator): Promise<void> =>
  expect(button).toHaveAttribute('aria-disabled', 'true');

test('U22–U24: what rules forbid is disabled, and the page says why', async ({ page }) => {
  await signIn(page, 'admin', administratorPassword);
  await openUser(page, 'admin');
  const pane = userPane(page);
  await expectDisabled(pane.getByRole('button', { name: 'Delete…' }));
  await expect(pane.getByText('Not possible: this is the predefined user')).toBeVisible();
  await pane.getByRole('button', { name: 'Edit' }).click();
  await expect(pane.getByRole('textbox', { name: 'User name' })).not.toBeEditable();
  await expect(pane.getByRole('switch', { name: 'Active' })).toBeDisabled();
  await expect(pane.getByText('Not possible: nobody deactivates')).toBeVisible();
  await expectDisabled(pane.getByRole('button', { name: 'Remove Administrator (Everywhere)' }));
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/users-restricted.png' });
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('list', { name: 'Roles' }).getByRole('link', { name: 'Administrator' }).click();
  await expectDisabled(page.getByRole('button', { name: 'Remove admin (Everywhere)' }));
  await expect(page.getByText('Not possible: this is the predefined user')).toBeVisible();
});

test('language and look are everybody’s own: the one is kept with the user, the other in the browser', async ({
  page,
  browser,
}) => {
  await signInFirst(page, 'clara');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  const scheme = () =>
    page
      .locator('.fui-FluentProvider')
      .first()
      .evaluate((look) => getComputedStyle(look).colorScheme);
  await expect.poll(scheme).toBe('dark');
  const saved = page.waitForResponse(/saveOwnLanguage/);
  await setLanguage(page, 'Français');
  expect((await saved).status()).toBe(200);
  const other = await (await browser.newContext()).newPage();
  await other.goto(new URL('/', relayConsole.link).href);
  await signIn(other, 'clara', ownPassword);
  await expect(other.getByRole('heading', { name: 'Utilisateurs' })).toBeVisible();
  await other.context().close();
});

test('who signs in after somebody else begins at the first page that they may see; the same person goes on', async ({
  page,
}) => {
  await signIn(page, 'admin', administratorPassword);
  await page.getByRole('link', { name: 'Audit' }).click();
  await signOut(page);
  await signInFirst(page, 'clara');
  await expect(page.getByRole('main', { name: 'Users' })).toBeVisible();
  await page.getByRole('link', { name: 'Roles' }).click();
  await signOut(page, 'clara');
  await signIn(page, 'clara', ownPassword);
  await expect(page.getByRole('main', { name: 'Roles' })).toBeVisible();
});

test('U25: who only sees users can change nothing', async ({ page }) => {
  await signInFirst(page, 'clara');
  await openUser(page, 'dora');
  for (const name of ['New user', 'Import…', 'Deactivate…', 'Edit', 'Delete…', 'Set password…', 'Change…'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('who changes users changes no administrator, and is told so', async ({ page }) => {
  await signInFirst(page, 'dora');
  await openUser(page, 'admin');
  const pane = userPane(page);
  await expectDisabled(pane.getByRole('button', { name: 'Edit' }));
  await expect(pane.getByText('Not possible: only an administrator changes')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New user' })).toHaveCount(0);
});

test('U27: a lock is seen with its attempts and from where, and is lifted', async ({ page }) => {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const refused = page.waitForResponse(/signIn/);
    await signIn(page, 'clara', `wrong password ${attempt}`);
    await refused;
  }
  await signIn(page, 'admin', administratorPassword);
  await openUser(page, 'clara');
  const pane = userPane(page);
  await expect(pane.getByText(/Locked until .* 10 failed attempts, the last from/)).toBeVisible();
  await expect(pane.getByRole('row', { name: /Wrong password/ }).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/users-locked.png' });
  await pane.getByRole('button', { name: 'Unlock…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock 1 user' }).click();
  await expect(pane.getByText(/Locked until/)).toHaveCount(0);
});
