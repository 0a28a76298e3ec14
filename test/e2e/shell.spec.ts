import { expect, test } from '@playwright/test';
import { areaPaths, areas } from '../../renderer/shell/route.ts';
import { narrow } from './accessibility.ts';
import { areaKey } from './areaKey.ts';
import { setLanguage } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

test('the key of an area takes the focus along', async ({ page }) => {
  const welcome = page.getByRole('heading', { name: 'Welcome to Relay Console' });
  await expect(welcome).toBeVisible();
  for (const area of [...areas, 'mail'] as const) {
    await page.keyboard.press(areaKey(area));
    await expect(page).toHaveURL(new RegExp(`#/${areaPaths[area]}$`));
    await expect(page.getByRole('main')).toBeFocused();
  }
  await expect(welcome).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('the search finds the language by its name in any language', async ({ page }) => {
  const search = page.getByRole('combobox', { name: 'Search settings' });
  for (const name of ['language', 'langue', 'Sprache']) {
    await page.keyboard.press('Control+e');
    await search.fill(name);
    await expect(page.getByRole('option', { name: 'Language' })).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('a question begins on its way back, and Enter leaves everything as it is', async ({ page }) => {
  await page.getByRole('button', { name: /^Other mail server/ }).click();
  await page.getByLabel('Profile name').fill('branch');
  await page.keyboard.press(areaKey('security'));
  await expect(page.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Profile name')).toHaveValue('branch');
});

test('the search forgets what was typed when it is left with Esc', async ({ page }) => {
  const search = page.getByRole('combobox', { name: 'Search settings' });
  await page.keyboard.press('Control+e');
  await search.fill('port');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(page.getByRole('listbox')).toHaveCount(0);
});

test('at 200 % bar and areas stay: what does not fit scrolls inside', async ({ page }) => {
  await narrow(page);
  const html = page.locator('html');
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
  expect(await html.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  const areasAtLeft = page.getByRole('navigation').locator('..');
  expect(await areasAtLeft.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('the title of the window names the area, in the language of the pages', async ({ page }) => {
  await expect(page).toHaveTitle('Mail – Relay Console');
  await page.keyboard.press(areaKey('mailbox'));
  await expect(page).toHaveTitle('Mailbox – Relay Console');
  await setLanguage(page, 'Deutsch');
  await expect(page).toHaveTitle('Postfach – Relay Console');
});

test('who goes back and then stays finds everything behind and ahead where it was', async ({ page }) => {
  const name = page.getByLabel('Profile name');
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
  await page.keyboard.press(areaKey('security'));
  await expect(page.getByRole('main', { name: 'Security' })).toBeVisible();
  await page.keyboard.press(areaKey('mail'));
  await page.getByRole('button', { name: /^Other mail server/ }).click();
  await name.fill('branch');
  const form = page.url();
  await page.goBack();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page).toHaveURL(form);
  await expect(name).toHaveValue('branch');

  await page.goBack();
  await page.getByRole('button', { name: 'Discard and leave' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('main', { name: 'Security' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
});

test('a page that does not come says that the program is gone, and what to do', async ({ page }) => {
  await page.route(/HistoryPage/, (route) => route.abort());
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
  await page.keyboard.press(areaKey('history'));
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('Start it again');
  await page.unroute(/HistoryPage/);
  await alert.getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'History of the settings' })).toBeVisible();
});
