import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectAccessibleIn, narrow } from './accessibility.ts';
import { setLanguage } from './mailForm.ts';
import {
  administratorPassword,
  createAdministrator,
  passwordField,
  signIn,
  signOut,
  userMenu,
} from './people.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
});
test.afterEach(() => relayConsole.stop());

const addressOf = (fragment: string): string => new URL(`/${fragment}`, relayConsole.link).href;

const signInHeading = (page: Page) => page.getByRole('heading', { name: 'Sign in' });

/** Opens the console in another browser, as somebody who has no start link. */
const openElsewhere = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(addressOf(''));
  return page;
};

/** Adds a user by the rights of whoever is signed in on the page. */
const addUser = (page: Page, name: string, password: string): Promise<number> =>
  page.evaluate(
    async ([user, typed]) => {
      const values = {
        ...{ name: user, displayName: '', mail: null, language: null, isActive: true },
        mayUseBasicAuthentication: false,
      };
      const answer = await fetch('/rpc/users/createUser', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${localStorage.getItem('session-key')}`,
        },
        body: JSON.stringify({ json: { values, grants: [], password: typed } }),
      });
      return answer.status;
    },
    [name, password] as const,
  );

test('until there is an administrator everybody is warned, and nobody can sign in', async ({
  page,
  browser,
}) => {
  await expect(page.getByText('There is no administrator yet')).toBeVisible();
  await page.getByRole('link', { name: 'Mailbox' }).click();
  await expect(page.getByText('There is no administrator yet')).toBeVisible();
  const other = await openElsewhere(browser);
  await expect(other.getByText('Open the link that Relay Console printed')).toBeVisible();
  await other.context().close();
});

test('U22: the first administrator is refused a password that is easy to guess, then gets the recovery key', async ({
  page,
}) => {
  const main = page.getByRole('main');
  const create = main.getByRole('button', { name: 'Create the administrator' });
  await expect(main.getByText('At least 15 characters.')).toBeVisible();
  await passwordField(main, 'New password').fill('short');
  await passwordField(main, 'New password again').fill('other');
  await create.click();
  await expect(main.getByText('The two are not the same.')).toBeVisible();
  await passwordField(main, 'New password again').fill('short');
  await create.click();
  await expect(passwordField(main, 'New password')).toHaveAccessibleDescription(/At least 15 characters/);
  await expectAccessible(page);
  await createAdministrator(page);
  await expect(page.getByText('There is no administrator yet')).toBeHidden();
  await expect(page.getByText('You are signed in as admin.')).toBeVisible();
});

test('the recovery key sets a new password where no mail can be sent, for the person who started the program', async ({
  page,
  browser,
}) => {
  const main = page.getByRole('main');
  await passwordField(main, 'New password').fill(administratorPassword);
  await passwordField(main, 'New password again').fill(administratorPassword);
  await main.getByRole('button', { name: 'Create the administrator' }).click();
  const key = (await page.getByTestId('recovery-key').textContent()) ?? '';
  await page.getByRole('checkbox', { name: /written the key down/ }).check();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await signOut(page);
  await page.getByRole('button', { name: 'Forgot password?' }).click();
  await page.getByRole('button', { name: 'Set a new password with the recovery key' }).click();
  await passwordField(page, 'Recovery key').fill(key);
  await passwordField(page, 'New password').fill('other words on a wall');
  await passwordField(page, 'New password again').fill('other words on a wall');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue('admin');
  await signIn(page, 'admin', 'other words on a wall');
  await expect(userMenu(page)).toBeVisible();
  const other = await openElsewhere(browser);
  await other.getByRole('button', { name: 'Forgot password?' }).click();
  await expect(other.getByRole('button', { name: 'Send the code' })).toBeVisible();
  await expect(other.getByRole('button', { name: /recovery key/ })).toHaveCount(0);
  await expect(other.getByText(/Start Relay Console again .* takes the recovery key/)).toBeVisible();
  await other.context().close();
});

test('the administrator can be created from every page', async ({ page }) => {
  await page.getByRole('link', { name: 'Mailbox' }).click();
  await page.getByRole('button', { name: 'Create the administrator…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create the administrator' });
  await passwordField(dialog, 'New password').fill(administratorPassword);
  await passwordField(dialog, 'New password again').fill(administratorPassword);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create the administrator' }).click();
  await expect(page.getByTestId('recovery-key')).toBeVisible();
  await expect(page.getByRole('alertdialog').locator(':focus')).toBeVisible();
});

test('who signs out signs in again with the keyboard alone and is where the address says', async ({
  page,
}) => {
  await createAdministrator(page);
  await page.getByRole('link', { name: 'Mailbox' }).click();
  await userMenu(page).press('Enter');
  await page.getByRole('menuitem', { name: 'Change password…' }).press('End');
  await page.getByRole('menuitem', { name: 'Sign out' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'User name' })).toBeFocused();
  await page.keyboard.type('admin');
  await page.keyboard.press('Tab');
  await page.keyboard.type(administratorPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: 'Mailbox' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('main', { name: 'Mailbox' })).toBeVisible();
});

test('U27: a wrong password, an unknown name and a locked user get the same sentence', async ({ page }) => {
  await createAdministrator(page);
  await signOut(page);
  const refusal = page.getByRole('alert');
  const refused = async (user: string, password: string): Promise<string> => {
    const answered = page.waitForResponse(/signIn/);
    await signIn(page, user, password);
    await answered;
    await expect(refusal).toContainText('After several wrong attempts, signing in is refused for a while');
    await expect(passwordField(page, 'Password')).toHaveValue('');
    await expect(passwordField(page, 'Password')).toBeFocused();
    return refusal.innerText();
  };
  const wrong = await refused('admin', 'not the password');
  expect(await refused('nobody', 'not the password')).toBe(wrong);
  for (let attempt = 2; attempt <= 10; attempt += 1) await refused('admin', 'not the password');
  expect(await refused('admin', administratorPassword)).toBe(wrong);
  await expectAccessible(page);
});

test('what an attempt ended with is no answer to the next one, which ends at an empty field', async ({
  page,
}) => {
  await createAdministrator(page);
  await signOut(page);
  const refusal = page.getByText('User name or password is wrong.');
  await signIn(page, 'admin', 'not the password');
  await expect(refusal).toBeVisible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(passwordField(page, 'Password')).toHaveAccessibleDescription('Fill this in.');
  await expect(refusal).toHaveCount(0);
  await signIn(page, 'admin', 'not the password');
  await expect(refusal).toBeVisible();
});

test('one press sends one request, and the button says that it runs', async ({ page }) => {
  await createAdministrator(page);
  await signOut(page);
  let requests = 0;
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/signIn/, async (route) => {
    requests += 1;
    await held;
    await route.continue();
  });
  await signIn(page, 'admin', administratorPassword);
  const running = page.getByRole('button', { name: 'Signing in…' });
  await running.click({ force: true });
  await passwordField(page, 'Password').press('Enter');
  letGo();
  await expect(userMenu(page)).toBeVisible();
  expect(requests).toBe(1);
});

test('U28: whoever signs in elsewhere ends the first session, which is told why and from where', async ({
  page,
  browser,
}) => {
  await createAdministrator(page);
  const other = await openElsewhere(browser);
  await signIn(other, 'admin', administratorPassword);
  await expect(userMenu(other)).toBeVisible();
  await page.keyboard.press('F5');
  await expect(signInHeading(page)).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('You signed in again on');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/session-elsewhere.png' });
  await other.context().close();
});

test('the own password is changed after the present one, and ends no session of this page', async ({
  page,
}) => {
  const next = 'other words on a wall';
  await createAdministrator(page);
  await userMenu(page).click();
  await page.getByRole('menuitem', { name: 'Change password…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change password' });
  const change = dialog.getByRole('button', { name: 'Change password' });
  await passwordField(dialog, 'Current password').fill('not the password');
  await passwordField(dialog, 'New password').fill(next);
  await passwordField(dialog, 'New password again').fill(next);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/session-change.png' });
  await change.click();
  await expect(dialog.getByText('This is not your current password.')).toBeVisible();
  await expect(passwordField(dialog, 'Current password')).toBeFocused();
  await passwordField(dialog, 'Current password').fill(administratorPassword);
  await change.click();
  await expect(page.getByText('Your password was changed.')).toBeVisible();
  await expect(dialog).toBeHidden();
  await signOut(page);
  await signIn(page, 'admin', next);
  await expect(userMenu(page)).toBeVisible();
});

test('S05: a first password has to be replaced before anything else; nothing of the person before is seen', async ({
  page,
}) => {
  const [first, own] = ['a first password given', 'my own words on a wall'];
  await createAdministrator(page);
  expect(await addUser(page, 'anna', first)).toBe(200);
  await signOut(page);
  await signIn(page, 'anna', first);
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await page.goto(addressOf('#/settings/security'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/session-replace.png' });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'anna', first);
  await passwordField(page, 'Current password').fill(first);
  await passwordField(page, 'New password').fill(own);
  await passwordField(page, 'New password again').fill(own);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(userMenu(page, 'anna')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Protection' })).toBeHidden();
});

test('what is typed and not saved is asked about before signing out, and gone afterwards', async ({
  page,
}) => {
  await createAdministrator(page);
  await page.getByRole('button', { name: /^Other mail server/ }).click();
  await page.getByLabel('Profile name').fill('branch');
  await userMenu(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByLabel('Profile name')).toHaveValue('branch');
  await userMenu(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Discard and leave' }).click();
  await expect(signInHeading(page)).toBeVisible();
  await signIn(page, 'admin', administratorPassword);
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
});

test('M16: asking for a code says the same about everybody; the link of a mail fills the form and leaves no trace', async ({
  page,
}) => {
  await createAdministrator(page);
  await signOut(page);
  for (const name of ['admin', 'nobody']) {
    await page.getByRole('button', { name: 'Forgot password?' }).click();
    await page.getByRole('textbox', { name: 'User name or e-mail address' }).fill(name);
    await page.getByRole('button', { name: 'Send the code' }).click();
    await expect(page.getByText('a code is on its way')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(name);
    await expect(page.getByRole('textbox', { name: 'Code from the mail' })).toBeFocused();
    await page.getByRole('button', { name: 'Back to sign-in' }).click();
  }
  await page.goto(addressOf('#/resetPassword?user=admin&code=AAAAA-BBBBB'));
  await expect(page.getByRole('textbox', { name: 'Code from the mail' })).toHaveValue('AAAAA-BBBBB');
  expect(page.url()).not.toContain('AAAAA');
  await passwordField(page, 'New password').fill(administratorPassword);
  await passwordField(page, 'New password again').fill(administratorPassword);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('This code is mistyped')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/session-reset.png' });
});

test('a page of a browser that was started again asks who is there', async ({ page }) => {
  await createAdministrator(page);
  await page.context().clearCookies();
  await page.reload();
  await expect(signInHeading(page)).toBeVisible();
  await signIn(page, 'admin', administratorPassword);
  await expect(userMenu(page)).toBeVisible();
});

test('the language that is chosen to sign in lasts in this browser', async ({ page }) => {
  await createAdministrator(page);
  await signOut(page);
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/session-french.png' });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible();
});

test('the own language wins over the one that somebody chose in this browser, and leaves the console its own', async ({
  page,
  browser,
}) => {
  await createAdministrator(page);
  await setLanguage(page, 'Deutsch');
  await expect(page.getByRole('link', { name: 'Sicherheit' })).toBeVisible();
  await page.getByRole('button', { name: 'Benutzermenü: admin' }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await setLanguage(page, 'Français');
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Nom d’utilisateur' }).fill('admin');
  await passwordField(page, 'Mot de passe').fill(administratorPassword);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Sicherheit' })).toBeVisible();
  await page.getByRole('button', { name: 'Sprache: Deutsch' }).click();
  await page.getByRole('menuitem', { name: 'Sprache der Konsole' }).press('ArrowRight');
  await page.screenshot({ path: 'test-results/screenshots/session-languages.png' });
  const saved = page.waitForResponse(/saveGeneral/);
  await page.getByRole('menuitemradio', { name: 'Français' }).last().press('Enter');
  await saved;
  const other = await openElsewhere(browser);
  await expect(other.getByRole('heading', { name: 'Connexion' })).toBeVisible();
  await other.context().close();
  await expect(page.getByRole('link', { name: 'Sicherheit' })).toBeVisible();
});

test('who starts the console chooses its language for everybody', async ({ page, browser }) => {
  await setLanguage(page, 'Deutsch');
  await expect(page.getByRole('link', { name: 'Sicherheit' })).toBeVisible();
  const other = await openElsewhere(browser);
  await expect(other.locator('html')).toHaveAttribute('lang', 'de');
  await other.context().close();
});

test('first page and sign-in page are accessible in light and in dark', async ({ page }) => {
  await expectAccessibleIn(page, 'session-first');
  await createAdministrator(page);
  await signOut(page);
  await expectAccessibleIn(page, 'session-sign-in');
});

test('the sign-in page is in reach in forced colours and a narrow window at 200 %', async ({ page }) => {
  await createAdministrator(page);
  await signOut(page);
  await narrow(page);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/session-sign-in-narrow.png' });
  await signIn(page, 'admin', administratorPassword);
  await expect(userMenu(page)).toBeInViewport();
});
