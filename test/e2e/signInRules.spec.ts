import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { createDatabase } from '../../electron/stores/database/createDatabase.ts';
import { createSettingsStore } from '../../electron/stores/settings/createSettingsStore.ts';
import { expectAccessible, expectAccessibleIn } from './accessibility.ts';
import { areaKey } from './areaKey.ts';
import { setLanguage } from './mailForm.ts';
import { administratorPassword, signIn } from './people.ts';
import { addRole, addUser, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

/** Opens the console on a data folder that `prepare` may fill first. */
const open = async (page: Page, prepare?: (folder: string) => Promise<void>): Promise<void> => {
  relayConsole = await startConsole(prepare);
  await page.goto(relayConsole.link);
};

const openSecurity = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Security' }).click();
  await expect(page.getByRole('heading', { name: 'Password rules' })).toBeVisible();
};

test.afterEach(() => relayConsole.stop());

const edit = (page: Page): Promise<void> => page.getByRole('button', { name: 'Edit', exact: true }).click();
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click();
const number = (page: Page, name: string): Locator => page.getByRole('textbox', { name });
const readRule = (page: Page, name: string): Locator => page.locator(`[data-field="${name}"]`);

/** What somebody else saves meanwhile. */
const saveElsewhere = async (attempts: number): Promise<void> => {
  const directory = relayConsole.dataDirectory;
  const store = createSettingsStore({ directory, log: { error: () => undefined } });
  const { revision } = await store.read();
  await store.save({ revision, by: 'bruno', operation: 'security.saveSignInRules' }, (settings) => ({
    ...settings,
    security: { ...settings.security, lockout: { ...settings.security.lockout, attempts } },
  }));
};

test.describe('the rules of signing in', () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await openSecurity(page);
  });

  test('S01–S06: are read with default, range and effect; what is changed is in the history by its label', async ({
    page,
  }) => {
    await expect(readRule(page, 'passwords.minimumLength')).toContainText('15 characters');
    await expect(readRule(page, 'passwords.minimumLength')).toContainText('Default 15; 1 to 256.');
    await expect(page.getByText('Passwords that are there already stay valid')).toBeVisible();
    await edit(page);
    await number(page, 'Minimum Length').fill('20');
    await page.getByRole('switch', { name: 'Must have digits' }).check();
    await save(page);
    await expect(page.getByText('The rules are in force.')).toBeVisible();
    await expect(readRule(page, 'passwords.minimumLength')).toContainText('20 characters');
    await expect(readRule(page, 'passwords.mustHaveDigits')).toContainText('Yes');
    await page.getByRole('link', { name: 'History' }).click();
    await expect(page.getByRole('row', { name: /^Minimum Length 15 20$/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /^Must have digits No Yes$/ })).toBeVisible();
    await expect(page.getByText('Sign-in rules saved').first()).toBeVisible();
  });

  test('a number out of its range is refused at its field, and by the summary that leads there', async ({
    page,
  }) => {
    await edit(page);
    await number(page, 'Account Lockout Seconds').fill('-1');
    await number(page, 'Minimum Length').fill('eight');
    await save(page);
    const summary = page.getByRole('alert');
    await expect(summary.getByText('Account Lockout Seconds: At least 1.')).toBeVisible();
    await expect(number(page, 'Minimum Length')).toBeFocused();
    await expect(number(page, 'Minimum Length')).toHaveAccessibleDescription(/not a whole number/);
    await expectAccessible(page);
    await summary.getByRole('button', { name: /Account Lockout Seconds/ }).click();
    await expect(number(page, 'Account Lockout Seconds')).toBeFocused();
    await page.screenshot({ path: 'test-results/screenshots/sign-in-rules-errors.png' });
  });

  test('what somebody else changed meanwhile is shown; the person decides whose values hold', async ({
    page,
  }) => {
    await edit(page);
    await number(page, 'Minimum Length').fill('18');
    await saveElsewhere(5);
    await save(page);
    await expect(page.getByText('Somebody else saved first.')).toBeVisible();
    await expect(page.getByRole('row', { name: /^Consecutive login attempts .* 10 5$/ })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: 'test-results/screenshots/sign-in-rules-conflict.png' });
    await page.getByRole('button', { name: 'Reload, keep my values' }).click();
    await save(page);
    await expect(page.getByText('The rules are in force.')).toBeVisible();
    await expect(readRule(page, 'lockout.attempts')).toContainText('10 attempts');
    await expect(readRule(page, 'passwords.minimumLength')).toContainText('18 characters');
  });

  test('the rules of somebody else are taken instead of the own ones', async ({ page }) => {
    await edit(page);
    await number(page, 'Minimum Length').fill('18');
    await saveElsewhere(5);
    await save(page);
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect(readRule(page, 'lockout.attempts')).toContainText('5 attempts');
    await expect(readRule(page, 'passwords.minimumLength')).toContainText('15 characters');
  });

  test('are edited, given up and saved with the keyboard alone; nothing is lost unasked', async ({
    page,
  }) => {
    await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter');
    await expect(number(page, 'Minimum Length')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('16');
    await page.keyboard.press('Escape');
    const question = page.getByRole('alertdialog', { name: 'Discard unsaved changes?' });
    await expect(question.getByRole('button', { name: 'Stay here' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press(areaKey('mailbox'));
    await expect(question).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(number(page, 'Minimum Length')).toHaveValue('16');
    await page.keyboard.press('Control+s');
    await expect(readRule(page, 'passwords.minimumLength')).toContainText('16 characters');
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
  });

  test('each section is one step away, and each field by its name in another product', async ({ page }) => {
    await page.getByRole('button', { name: 'Protection' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Protection' })).toBeFocused();
    await expect(page.getByRole('link', { name: /^What scripts can call/ })).toHaveAttribute('href', '/api/');
    await page.getByRole('button', { name: 'Account lockout' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Account lockout' })).toBeInViewport();
    await page.getByRole('combobox', { name: 'Search settings' }).fill('Auth.RestrictBasicAuthentication');
    await page.getByRole('option', { name: /Restrict basic authentication/ }).click();
    await expect(readRule(page, 'isBasicAuthenticationRestricted')).toBeFocused();
  });

  test('are accessible in light and in dark, read and edited', async ({ page }) => {
    await expectAccessibleIn(page, 'sign-in-rules');
    await edit(page);
    await expectAccessibleIn(page, 'sign-in-rules-edited');
  });

  test('are read at 200 %, in French, without scrolling sideways', async ({ page }) => {
    await setLanguage(page, 'Français');
    await page.setViewportSize({ width: 640, height: 360 });
    await expect(page.getByRole('heading', { name: 'Règles des mots de passe' })).toBeVisible();
    const main = page.getByRole('main');
    expect(await main.evaluate((pane) => pane.scrollWidth - pane.clientWidth)).toBe(0);
    await page.screenshot({ path: 'test-results/screenshots/sign-in-rules-200.png' });
  });
});

test('who may only look finds nothing to edit', async ({ page }) => {
  await open(
    page,
    fillAs(async (client) => {
      const { revision, rules } = await client.security.getSignInRules();
      const passwords = { ...rules.passwords, mustChangeOnFirstSignIn: false };
      await client.security.saveSignInRules({ revision, rules: { ...rules, passwords } });
      const lookers = await addRole(client, 'Lookers', ['security.view', 'mail.view']);
      await addUser(client, 'anna', [{ roleId: lookers, folderId: null }], administratorPassword);
      await client.session.createAdministrator({
        ...{ displayName: '', mail: null, language: null, password: administratorPassword },
      });
    }),
  );
  await signIn(page, 'anna', administratorPassword);
  await openSecurity(page);
  await expect(readRule(page, 'lockout.attempts')).toContainText('10 attempts');
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
});

/** Leaves an administrator in the backup of a database that is none any more. */
const spoiled = async (directory: string): Promise<void> => {
  await fillAs((client) =>
    client.session.createAdministrator({
      ...{ displayName: '', mail: null, language: null, password: administratorPassword },
    }),
  )(directory);
  const database = createDatabase({ directory, now: () => new Date() });
  await database.keepBackup();
  await database.close();
  await writeFile(path.join(directory, 'console.db'), Buffer.alloc(8_192, 0xa5));
};

test('a damaged database is named with its backups; after one is restored people sign in again', async ({
  page,
}) => {
  await open(page, spoiled);
  const bar = page.getByRole('alert').filter({ hasText: 'Users, roles and the audit cannot be read' });
  await expect(bar).toContainText(path.join(relayConsole.dataDirectory, 'console.db'));
  await openSecurity(page);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/database-unreadable.png' });
  await bar.getByRole('button', { name: 'Restore a backup…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Restore a backup of the database' });
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/database-restore.png' });
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, 'admin', administratorPassword);
  await expect(page.getByRole('button', { name: 'User menu: admin' })).toBeVisible();
  await expect(bar).toHaveCount(0);
});
