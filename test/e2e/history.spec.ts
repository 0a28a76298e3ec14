import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { saveHistory, saveOften } from './savedHistory.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

/** The list of saves; the choice of what is compared has options too. */
const savesOf = (page: Page) => page.getByRole('listbox').getByRole('option');

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole(saveHistory);
  await page.goto(relayConsole.link);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(savesOf(page)).toHaveCount(5);
});

test.afterEach(() => relayConsole.stop());

const row = (page: Page, name: RegExp): Locator => page.getByRole('row', { name });

test('N08: each save says who, when and what, in the words of the form', async ({ page }) => {
  await expect(savesOf(page).nth(0)).toContainText('carla');
  await expect(row(page, /Theme.*As the system.*Light/)).toBeVisible();

  await savesOf(page).nth(2).click();
  await expect(savesOf(page).nth(2)).toContainText('Draft saved');
  await expect(savesOf(page).nth(2)).toContainText('Head office');
  await expect(row(page, /^Encryption \(draft\) STARTTLS required None$/)).toBeVisible();
  await expect(row(page, /^SMTP Port \(draft\) 587 25$/)).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(5);

  await savesOf(page).nth(4).click();
  await expect(row(page, /^SMTP Password – set$/)).toBeVisible();
  await expect(row(page, /^Default profile/)).toBeHidden();
});

test('N08: what has changed since a save is listed, and so is the difference from another one', async ({
  page,
}) => {
  await savesOf(page).nth(3).click();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('since');
  await expect(row(page, /^Theme/)).toBeVisible();
  await expect(row(page, /^Branch$/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('1');
  await expect(row(page, /^Default profile built-in-mailbox Head office$/)).toBeVisible();
});

test('N08: a restore names what it will change before it is done', async ({ page }) => {
  await savesOf(page).nth(4).click();
  await page.getByRole('button', { name: 'Restore revision 1…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('will then not leave this machine')).toBeVisible();
  await expect(
    dialog.getByRole('row', { name: /^Default profile Head office built-in-mailbox$/ }),
  ).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^Draft there no longer there$/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^SMTP Port \(draft\) 25 –$/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^Mail profile there removed$/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Theme/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/restore.png' });
  await dialog.getByRole('button', { name: 'Restore revision 1' }).click();
  await expect(savesOf(page)).toHaveCount(6);
  await expect(savesOf(page).nth(0)).toContainText('Earlier settings restored');
});

test('N08: the newest save is taken back; where nothing would change, nothing is done', async ({ page }) => {
  await page.getByRole('button', { name: /^Take this save back: restore revision 4/ }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('A restore would change nothing')).toBeVisible();
  const action = dialog.getByRole('button', { name: 'Restore revision 4' });
  await expect(action).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(savesOf(page)).toHaveCount(5);
});

test('N08: what an old save changed is in sight beside it', async ({ page }) => {
  await saveOften(relayConsole.dataDirectory, 20);
  await page.reload();
  await expect(savesOf(page)).toHaveCount(25);
  await savesOf(page).last().click();
  await expect(page.getByRole('heading', { name: 'Revision 1', exact: true })).toBeInViewport();
  await expect(row(page, /^SMTP Port – 587$/)).toBeInViewport();
  await expect(savesOf(page).last()).toBeInViewport();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/history-long.png' });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`history is accessible in ${colorScheme}`, async ({ page }) => {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page
      .getByRole('menuitemradio', { name: colorScheme === 'light' ? 'As the system' : 'Dark' })
      .click();
    await expect(savesOf(page)).toHaveCount(6);
    await savesOf(page).nth(3).click();
    await expect(row(page, /^SMTP Port \(draft\)/)).toBeVisible();
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
  const file = await settingsFile(relayConsole.dataDirectory);
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 40));
  await page.reload();
  const banner = page.getByRole('alert').filter({ hasText: 'The settings cannot be read' });
  await expect(banner).toContainText(path.basename(file));
  await expect(page.getByRole('heading', { name: 'History of the settings' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/unreadable-settings.png' });
  await banner.getByRole('button', { name: 'Restore a backup…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(banner).toBeHidden();
});
