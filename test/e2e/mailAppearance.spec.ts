import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { areaKey } from './areaKey.ts';
import { expectAccessible, expectAccessibleIn } from './accessibility.ts';
import { beginRelay, failedProof, field, fillRelay, proveAndSave, setLanguage } from './mailForm.ts';
import { createAdministrator } from './people.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

const relay = {
  name: 'head-office',
  host: '127.0.0.1',
  port: 1,
  account: { userName: 'anna@corp.example', password: 'typed' },
  from: 'console@corp.example',
};

/** A profile that failed its proof, in its form. */
const failAProof = async (page: Page): Promise<void> => {
  await beginRelay(page);
  await fillRelay(page, relay);
  await proveAndSave(page);
  await failedProof(page, 'Connect', 'connectionRefused');
};

const looks = ['light', 'dark', 'forced-colours'] as const;

test('no accessibility violation in any look: first start, form, failed proof, dialogs', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
  await expectAccessibleIn(page, 'first-start', looks);
  await failAProof(page);
  await expectAccessibleIn(page, 'mail', looks);
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await expect(page.getByText('A draft: nothing is in force yet.')).toBeVisible();
  await expectAccessibleIn(page, 'mail-draft', looks);
  await page.getByRole('button', { name: 'New profile' }).click();
  await expect(page.getByRole('dialog', { name: 'Where does mail go?' })).toBeVisible();
  await expectAccessibleIn(page, 'mail-new', looks);
});

test('everything can be done from the keyboard', async ({ page }) => {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const offer = page.getByRole('button', { name: /^Other mail server/ });
  await expect(offer).toBeVisible();
  for (
    let step = 0;
    step < 40 && !(await offer.evaluate((button) => button === document.activeElement));
    step += 1
  )
    await press('Tab');
  await press('Enter');
  await press('Control+e');
  await page.keyboard.type('profile name');
  await press('ArrowDown', 'Enter');
  await expect(field(page, 'name')).toBeFocused();
  await page.keyboard.type(relay.name);
  await press('Tab');
  await page.keyboard.type(relay.host);
  await press('Tab', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(field(page, 'encryption')).toHaveText('TLS from the start');
  await expect(field(page, 'port')).toHaveValue('465');
  await press('Tab', 'Control+a');
  await page.keyboard.type('1');
  await press('Tab', 'ArrowUp', 'ArrowUp', 'Enter');
  await expect(field(page, 'authentication.mode')).toHaveText('None (relay)');
  await press('Tab');
  await page.keyboard.type(relay.from);
  await press('Control+s');
  await failedProof(page, 'Connect', 'connectionRefused');
  await press('F6');
  await expect(page.getByRole('complementary', { name: 'Proof' }).locator(':focus')).toBeVisible();
  await press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press(areaKey('mailbox'));
  await press('Enter');
  await expect(page).not.toHaveURL(/mailbox$/);
});

test('in French, switched without a restart', async ({ page }) => {
  await failAProof(page);
  await setLanguage(page, 'Français');
  await expect(page.getByText('Échec : Connexion')).toBeVisible();
  await expect(page.getByLabel('Hôte SMTP')).toHaveValue(relay.host);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/mail-french.png' });
  await page.getByLabel('Port SMTP').fill('');
  await page.getByRole('button', { name: 'Vérifier et enregistrer' }).click();
  await expect(page.getByText('À remplir.').first()).toBeVisible();
});

for (const [language, title] of [
  ['Français', 'par défaut'],
  ['Deutsch', 'Standard'],
] as const)
  test(`badge and offer of the default keep inside their outlines: ${language}`, async ({ page }) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'relay-console-pickup-'));
    await page.getByRole('button', { name: /^Pickup folder/ }).click();
    await field(page, 'name').fill('head-office-pickup-frankfurt-am-main');
    await field(page, 'folder').fill(folder);
    await field(page, 'from.address').fill(relay.from);
    await proveAndSave(page);
    await expect(page.getByRole('button', { name: 'Make it the default' })).toBeVisible();
    await setLanguage(page, language);
    for (const [width, height] of [
      [1280, 720],
      [1280, 500],
      [1120, 620],
      [960, 540],
      [640, 360],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const button of await page.locator('form button:visible').all())
        await button.click({ trial: true });
    }
    await page.setViewportSize({ width: 1280, height: 500 });
    const badge = page.getByText(title, { exact: true });
    await expect(badge).toBeVisible();
    const overflowing = await page
      .locator('.fui-Badge, .fui-MessageBar, form > div:has(.fui-MessageBar)')
      .evaluateAll((elements) =>
        elements
          .filter(
            ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
              scrollHeight > clientHeight || scrollWidth > clientWidth,
          )
          .map((element) => element.getAttribute('class')),
      );
    expect(overflowing).toEqual([]);
    await page.screenshot({ path: `test-results/screenshots/mail-default-${title}.png` });
    await rm(folder, { recursive: true });
  });

test('the search finds a setting by a German label and by another product’s key, and goes to it', async ({
  page,
}) => {
  await beginRelay(page);
  const search = page.getByRole('combobox', { name: 'Search settings' });
  for (const [text, path] of [
    ['Email.Smtp.Port', 'port'],
    ['Standard vom Anzeigenamen', 'from.displayName'],
    ['EHLO', 'clientName'],
  ] as const) {
    await page.keyboard.press('Control+e');
    await expect(search).toBeFocused();
    await search.fill(text);
    await page.getByRole('listbox').getByRole('option').first().click();
    await expect(field(page, path)).toBeFocused();
  }
  await page.keyboard.press('Control+e');
  await search.fill('general.language');
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(page.getByRole('button', { name: 'Language: English' })).toBeFocused();
  await search.fill('arrival.host');
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(field(page, 'arrival.protocol')).toBeFocused();
});

test('a number and its unit stand in one line, however narrow the window is', async ({ page }) => {
  await beginRelay(page);
  await page.getByText('More', { exact: true }).click();
  const unit = page.locator('[data-field="timeoutMs"]').getByText('ms', { exact: true });
  for (const width of [1280, 820, 400]) {
    await page.setViewportSize({ width, height: 720 });
    const lines = await unit.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  }
});

test('the proof is a drawer in a narrow window, and the profiles a select in a very narrow one', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 720 });
  const proof = page.getByRole('complementary', { name: 'Proof' });
  await beginRelay(page);
  await expect(proof).toBeHidden();
  await fillRelay(page, relay);
  await proveAndSave(page);
  await failedProof(page, 'Connect', 'connectionRefused');
  // Until the proof has ended, Esc cancels it.
  await expect(proof.getByRole('button', { name: 'Prove again' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/mail-drawer.png' });
  await page.keyboard.press('Escape');
  await expect(proof).toBeHidden();
  await page.setViewportSize({ width: 700, height: 720 });
  await expect(page.getByRole('combobox', { name: 'Profiles' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/mail-narrow.png' });
});

test('the common case needs no scroll bar at 1280 × 720', async ({ page }) => {
  await createAdministrator(page);
  await beginRelay(page);
  await page.getByRole('combobox', { name: 'Authentication type' }).click();
  await page.getByRole('option', { name: 'None (relay)' }).click();
  const overflows = await page
    .locator('html, main, form > div')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.scrollHeight > element.clientHeight + 1)
        .map(({ tagName }) => tagName),
    );
  expect(overflows).toEqual([]);
});
