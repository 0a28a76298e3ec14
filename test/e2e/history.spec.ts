import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

/** The list of saves; the choice of what is compared has options too. */
const savesOf = (page: Page) => page.getByRole('listbox').getByRole('option');

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});

test.afterEach(() => relayConsole.stop());

const chooseLanguage = async (page: Page, present: string, next: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(present) }).click();
  const saved = page.waitForResponse((response) => response.url().includes('saveGeneral'));
  await page.getByRole('menuitemradio', { name: next }).click();
  await saved;
};

/** Three saves: French, German, English. */
const saveThrice = async (page: Page): Promise<void> => {
  await chooseLanguage(page, 'Language: ', 'Français');
  await chooseLanguage(page, 'Français', 'Deutsch');
  await chooseLanguage(page, 'Deutsch', 'English');
};

test('N08: each save says who, when and what; two are compared; one is put back', async ({ page }) => {
  await saveThrice(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(savesOf(page)).toHaveCount(3);
  await expect(page.getByRole('row', { name: /Language.*de.*en/ })).toBeVisible();

  await savesOf(page).nth(1).click();
  await expect(page.getByRole('row', { name: /Language.*fr.*de/ })).toBeVisible();
  const newest = await page.getByRole('combobox', { name: 'Show' }).locator('option').nth(1).textContent();
  await page.getByRole('combobox', { name: 'Show' }).selectOption(newest ?? '');
  await expect(page.getByRole('row', { name: /Language.*en.*de/ })).toBeVisible();

  await page.getByRole('button', { name: /^Restore revision/ }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Restore revision/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Verlauf der Einstellungen' })).toBeVisible();
  await expect(savesOf(page)).toHaveCount(4);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`history is accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await saveThrice(page);
    await page.getByRole('link', { name: 'History' }).click();
    await expect(savesOf(page)).toHaveCount(3);
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/screenshots/history-${colorScheme}.png` });
  });

/** The settings file of the data folder: the one JSON file that holds the schema version. */
const settingsFile = async (folder: string): Promise<string> => {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue;
    const file = path.join(folder, name);
    if ((await readFile(file, 'utf8')).includes('"schemaVersion"')) return file;
  }
  throw new Error(`No settings file in ${folder}`);
};

test('an unreadable settings file is named and a backup restored', async ({ page }) => {
  await saveThrice(page);
  const file = await settingsFile(relayConsole.dataDirectory);
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 40));
  await page.reload();
  const banner = page.getByRole('alert').filter({ hasText: 'The settings cannot be read' });
  await expect(banner).toContainText(path.basename(file));
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/unreadable-settings.png' });
  await banner.getByRole('button', { name: 'Restore a backup…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(banner).toBeHidden();
});
