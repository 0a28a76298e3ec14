import { expect, test } from '@playwright/test';
import { type RunningConsole, startConsole } from '../startConsole.ts';

let running: RunningConsole;
test.beforeEach(async () => {
  running = await startConsole();
});
test.afterEach(() => running.stop());

test('a page that cannot be opened says so', async ({ page }) => {
  await page.route('**/session', (route) => route.abort());
  await page.goto(running.link);
  await expect(page.getByRole('alert')).toContainText('Relay Console could not be opened');
});

test('a page whose texts cannot be loaded says so in the language of its person', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'de-AT' });
  await page.route('**/assets/shell-*', (route) => route.abort());
  await page.goto(running.link);
  await expect(page.getByRole('alert')).toContainText('konnte hier nicht geöffnet werden');
  await page.close();
});
