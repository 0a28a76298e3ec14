import { expect, test } from '@playwright/test';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

test('the key of an area takes the focus along', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
  const areas = ['Mail', 'Security', 'Mailbox', 'History', 'Explain an error', 'Mail'];
  for (const name of areas) {
    await page.keyboard.press(`Alt+${(areas.indexOf(name) % 5) + 1}`);
    await expect(page.getByRole('main', { name })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
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
