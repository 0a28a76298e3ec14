import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { areaKey } from './areaKey.ts';
import { expectAccessible, expectAccessibleIn } from './accessibility.ts';
import { createVault } from '../../electron/stores/vault/createVault.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

const passphrase = 'correct horse battery staple';

let relayConsole: RunningConsole;

/** Fills the data folder before the program starts; each test may bring its own. */
let prepare: ((folder: string) => Promise<void>) | undefined;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole(prepare);
  await page.goto(relayConsole.link);
  await page.getByRole('link', { name: 'Security' }).click();
  await expect(page.getByRole('heading', { name: 'Protection' })).toBeVisible();
});

test.afterEach(() => relayConsole.stop());

const addPassphrase = async (page: Page, typed = passphrase, repeated = typed): Promise<void> => {
  await page.getByRole('button', { name: 'Add a passphrase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a passphrase' });
  await dialog.getByLabel(/^New passphrase(?! again)/).fill(typed);
  await dialog.getByLabel('New passphrase again').fill(repeated);
  await dialog.getByRole('button', { name: 'Add' }).click();
};

const createRecoveryKey = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Create a recovery key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  const shown = page.getByTestId('recovery-key');
  await expect(shown).toHaveText(/^[A-Z0-9]{3,}(?:[- ][A-Z0-9]+)+$/);
  return (await shown.textContent()) ?? '';
};

const confirmRecoveryKey = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox', { name: /written the key down/ }).check();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
};

test('N05: a passphrase is added, and says what it protects against: nothing beside a key file', async ({
  page,
}) => {
  await expect(page.getByText('Nothing stored yet')).toBeVisible();
  await addPassphrase(page);
  await expect(page.getByRole('heading', { name: 'Passphrase' })).toBeVisible();
  await expect(page.getByText('Protects nothing as long as the key file lies')).toBeVisible();
  await removeLock(page, 'Key file');
  await expect(page.getByText('Protects the passwords even when somebody has the whole')).toBeVisible();
});

test('a short or wrongly repeated passphrase is refused at its field', async ({ page }) => {
  await addPassphrase(page, 'short');
  await expect(page.getByText('At least 15 characters.').first()).toBeVisible();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^New passphrase(?! again)/).fill(passphrase);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByText('The two are not the same.')).toBeVisible();
  await expectAccessible(page);
});

test('the last lock cannot be removed, and the page says why', async ({ page }) => {
  await page.getByRole('button', { name: 'Add a key file' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('heading', { name: 'Key file' })).toBeVisible();
  const slots = page.getByRole('list').filter({ has: page.getByRole('heading', { level: 3 }) });
  for (const heading of await slots.getByRole('heading', { level: 3 }).allTextContents())
    if (heading !== 'Key file') await removeLock(page, heading);
  const remove = page.getByRole('button', { name: 'Remove Key file' });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).toHaveAccessibleDescription(/The last lock stays/);
});

const removeLock = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Remove ${name}` })
    .click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeHidden();
};

test('a recovery key is shown once, saved, confirmed, and never again', async ({ page }) => {
  const key = await createRecoveryKey(page);
  const close = page.getByRole('alertdialog').getByRole('button', { name: 'Close' });
  await expect(close).toHaveAttribute('aria-disabled', 'true');
  for (const keys of ['Escape', 'Alt+1', 'Control+e', 'F5', 'F6']) await page.keyboard.press(keys);
  await expect(page.getByTestId('recovery-key')).toBeVisible();
  await expect(page.getByRole('alertdialog').locator(':focus')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/recovery-key.png' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a text file' }).click(),
  ]);
  expect((await readFile(await file.path(), 'utf8')).trim()).toBe(key);
  await confirmRecoveryKey(page);
  await expect(page.getByText(key)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Recovery key' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Recovery key' })).toBeVisible();
  await expect(page.getByText(key)).toBeHidden();
});

test('a recovery key that is not yet kept is not left without a question', async ({ page }) => {
  const key = await createRecoveryKey(page);
  await page.goBack();
  const question = page.getByRole('alertdialog', { name: 'Leave without the recovery key?' });
  await expect(question.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/recovery-key-left.png' });
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(page.getByTestId('recovery-key')).toHaveText(key);
  await page.evaluate(() => (window.location.hash = '#/mailbox'));
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('alertdialog').locator(':focus')).toBeVisible();
  await confirmRecoveryKey(page);
  await page.keyboard.press(areaKey('mailbox'));
  await expect(page.getByRole('main', { name: 'Mailbox' })).toBeVisible();
});

test('the data key is rotated with the passphrase; a wrong one changes nothing', async ({ page }) => {
  await addPassphrase(page);
  await page.getByRole('button', { name: 'Rotate the data key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rotate the data key' });
  await dialog.getByLabel('Current passphrase').fill('not the passphrase');
  await dialog.getByRole('button', { name: 'Rotate' }).click();
  await expect(dialog.getByText('That is not the right passphrase or key.')).toBeVisible();
  await dialog.getByLabel('Current passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Rotate' }).click();
  await expect(dialog).toBeHidden();
});

/** Past the button that shows what is typed. */
const toNextPassphrase = async (page: Page): Promise<void> => {
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
};

test('the passphrase is changed with the keyboard alone', async ({ page }) => {
  await addPassphrase(page);
  await page.getByRole('button', { name: 'Change passphrase' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change passphrase' });
  await dialog.getByLabel('Current passphrase').focus();
  await page.keyboard.type(passphrase);
  await toNextPassphrase(page);
  await page.keyboard.type('another four word phrase');
  await toNextPassphrase(page);
  await page.keyboard.type('another four word phrase');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
});

test('the page is accessible in light and in dark', async ({ page }) => {
  await addPassphrase(page);
  await expect(page.getByRole('heading', { name: 'Passphrase' })).toBeVisible();
  await page.getByText('The machine was replaced').click();
  await expectAccessibleIn(page, 'security');
});

test.describe('a vault that only a passphrase opens', () => {
  test.beforeAll(() => {
    prepare = async (directory) => {
      const log = { error: () => undefined };
      const vault = createVault({ directory, keyFile: path.join(directory, 'vault.key'), log });
      await vault.addPassphrase(passphrase);
      for (const { id, kind } of (await vault.protection()).slots)
        if (kind !== 'passphrase') await vault.removeSlot(id);
    };
  });
  test.afterAll(() => (prepare = undefined));

  test('is locked after the start, refuses a wrong passphrase and opens with the right one', async ({
    page,
  }) => {
    await expect(page.getByText('Nothing is lost.')).toBeVisible();
    await expect(page.getByText('Copy the whole data folder')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Passphrase' }).fill('not the passphrase');
    await page.getByRole('button', { name: 'Unlock' }).click();
    const refusal = page.getByText('That is not the right passphrase or key.');
    await expect(refusal).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(refusal).toBeHidden();
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Stored passwords can be used.')).toBeVisible();
  });
});

test('a data folder whose rights could not be restricted is named, with what to do', async ({ page }) => {
  const warning = page.getByText('The rights of the data folder could not be restricted');
  await expect(warning).toHaveCount(0);
  await page.route(/getSession/, async (route) => {
    const response = await route.fetch();
    const { json, ...rest } = (await response.json()) as { json: object };
    await route.fulfill({ response, json: { json: { ...json, dataDirectoryRestricted: false }, ...rest } });
  });
  await page.reload();
  await expect(warning).toBeVisible();
  await expect(page.getByText(relayConsole.dataDirectory)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/security-data-folder.png' });
});

test.describe('a vault whose key file is gone', () => {
  test.beforeAll(() => {
    prepare = async (directory) => {
      const keyFile = path.join(directory, 'vault.key');
      const vault = createVault({ directory, keyFile, log: { error: () => undefined } });
      await vault.write({ path: 'mail/profiles/p/password/1', target: 'mail.corp.example' }, 'planted');
      await rm(keyFile);
    };
  });
  test.afterAll(() => (prepare = undefined));

  test('says that nothing opens it; a new one is started and the old one kept', async ({ page }) => {
    await expect(page.getByText('No way in · 1 stored secret')).toBeVisible();
    await expect(page.getByText('Nothing is lost.')).toBeHidden();
    await expectAccessible(page);
    await page.screenshot({ path: 'test-results/screenshots/security-no-way-in.png' });
    await page.getByRole('button', { name: 'Start a new vault…' }).click();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Start a new vault' }).click();
    await expect(page.getByText('Unlocked · 0 stored secrets')).toBeVisible();
    await expect(page.getByText('A new vault is in use.')).toBeVisible();
    const names = await readdir(relayConsole.dataDirectory);
    expect(names.filter((name) => /^vault\.replaced-.*\.json$/.test(name))).toHaveLength(1);
  });
});
