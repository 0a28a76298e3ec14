import { expect, type Locator, type Page } from '@playwright/test';

export const administratorPassword = 'plain words on a wall';

/** A field in which a password is typed; the button beside it carries another name. */
export const passwordField = (scope: Page | Locator, name: string): Locator =>
  scope.getByRole('textbox', { name, exact: true });

const keepRecoveryKey = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox', { name: /written the key down/ }).check();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
};

/** Creates the administrator on the first page, who is signed in then. */
export const createAdministrator = async (page: Page, password = administratorPassword): Promise<void> => {
  const main = page.getByRole('main');
  await passwordField(main, 'New password').fill(password);
  await passwordField(main, 'New password again').fill(password);
  await main.getByRole('button', { name: 'Create the administrator' }).click();
  await keepRecoveryKey(page);
  await expect(userMenu(page)).toBeVisible();
};

export const userMenu = (page: Page, user = 'admin'): Locator =>
  page.getByRole('button', { name: `User menu: ${user}` });

export const signOut = async (page: Page, user = 'admin'): Promise<void> => {
  await userMenu(page, user).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
};

/** Types name and password into the sign-in page and sends them. */
export const signIn = async (page: Page, user: string, password: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'User name' }).fill(user);
  await passwordField(page, 'Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

/** Signs in for the first time with the password that was given, which takes one of one's own. */
export const signInFirst = async (
  page: Page,
  user: string,
  { first, own }: { first: string; own: string },
): Promise<void> => {
  const main = page.getByRole('main');
  await signIn(page, user, first);
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await passwordField(main, 'Current password').fill(first);
  await passwordField(main, 'New password').fill(own);
  await passwordField(main, 'New password again').fill(own);
  await main.getByRole('button', { name: 'Change password' }).click();
  await expect(userMenu(page, user)).toBeVisible();
};
