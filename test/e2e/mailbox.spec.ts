import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectAccessibleIn } from './accessibility.ts';
import { fillMailbox, hostileMessage, pictureMessage, plainMessage } from './mailboxMessages.ts';
import { type Prepare, type RunningConsole, startConsole } from './startConsole.ts';

const plainCount = 248;

let remote: Server;
let fill: Prepare;
let asked: string[];
let relayConsole: RunningConsole;

test.beforeAll(async () => {
  remote = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => remote.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(remote.address() as AddressInfo).port}`;
  const plain = Array.from({ length: plainCount }, (_, number) => plainMessage(number + 1));
  fill = (folder) => fillMailbox(folder, [pictureMessage, ...plain, hostileMessage(origin)]);
});
test.afterAll(() => {
  remote.close();
});

test.beforeEach(async ({ page }) => {
  asked = [];
  relayConsole = await startConsole(fill);
  await page.goto(relayConsole.link);
  await page.getByRole('link', { name: /Mailbox/ }).click();
  await expect(page.getByRole('grid', { name: 'Messages' })).toBeVisible();
});

test.afterEach(() => relayConsole.stop());

test('N06: a message is found, read and marked as read', async ({ page }) => {
  await expect(page.getByText('250 messages, 250 unread')).toBeVisible();
  await page.getByRole('searchbox').fill('number 17.');
  await page.getByRole('row', { name: /Plain message 17/ }).click();
  await expect(page.getByRole('heading', { name: 'Plain message 17' })).toBeVisible();
  await expect(page.getByText('This is message number 17.')).toBeVisible();
  await page.getByRole('tab', { name: 'Headers' }).click();
  await expect(page.getByRole('cell', { name: '<17@corp.example>' })).toBeVisible();
  await page.getByRole('tab', { name: 'Source' }).click();
  await expect(page.getByText('Message-ID: <17@corp.example>')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(page.getByText('250 messages, 249 unread')).toBeVisible();
});

test('the list stays while a search is on its way', async ({ page }) => {
  const answer = Promise.withResolvers<void>();
  await page.route(/listMessages/, async (route) => {
    await answer.promise;
    await route.continue();
  });
  const asking = page.waitForRequest(/listMessages/);
  await page.getByRole('searchbox').fill('number 17.');
  await asking;
  await expect(page.getByRole('row', { name: /Plain message 248/ })).toBeVisible();
  answer.resolve();
  await expect(page.getByRole('row', { name: /Plain message 248/ })).toHaveCount(0);
  await expect(page.getByRole('row', { name: /Plain message 17 / })).toBeVisible();
});

test('a new search begins at its first row', async ({ page }) => {
  const grid = page.getByRole('grid', { name: 'Messages' });
  await grid.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await expect(page.getByRole('row', { name: /Plain message 1 / })).toBeVisible();
  await page.getByRole('searchbox').fill('message number');
  await expect(page.getByText('248 messages')).toBeVisible();
  await expect(page.getByRole('row', { name: /Plain message 248/ })).toBeInViewport();
});

test('what was copied is said to who does not see it', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('row', { name: /Plain message 248/ }).click();
  await page.getByRole('tab', { name: 'Source' }).click();
  await page.getByRole('button', { name: /^Copy/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Plain message 248');
});

test('hostile HTML shows its words and does nothing else', async ({ page }) => {
  await page.getByRole('row', { name: /Grüße aus Köln/ }).click();
  const mail = page.frameLocator('iframe');
  await expect(mail.getByRole('heading', { name: 'Offer' })).toBeVisible();
  await expect(page.getByText('1 picture on another server is not loaded')).toBeVisible();
  await mail.getByText('Take it').click();
  await expect(mail.getByText('Look here')).toHaveCount(0);
  await mail.getByRole('button', { name: 'Send' }).click();
  await page.evaluate(() => fetch('/'));
  await expect(mail.getByRole('heading', { name: 'Offer' })).toBeVisible();
  await expect(page).toHaveTitle(/Relay Console/);
  expect(asked).toEqual([]);
});

test('a picture that came with the message is shown where the message names it', async ({ page }) => {
  await page.getByRole('searchbox').fill('with a picture');
  await page.getByRole('row', { name: /With a picture/ }).click();
  const logo = page.frameLocator('iframe').getByRole('img', { name: 'logo' });
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
});

test('an attachment and the message itself are saved byte for byte', async ({ page }) => {
  await page.getByRole('row', { name: /Grüße aus Köln/ }).click();
  const [attachment] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Save offer.bin/ }).click(),
  ]);
  expect(attachment.suggestedFilename()).toBe('offer.bin');
  expect([...(await readFile(await attachment.path()))]).toEqual([0, 1, 2, 3, 4, 255]);
  const [whole] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as .eml' }).click(),
  ]);
  expect(whole.suggestedFilename()).toMatch(/\.eml$/);
  expect(await readFile(await whole.path(), 'utf8')).toContain('Subject: =?utf-8?Q?Gr=C3=BC');
});

test('the keyboard alone moves, opens, selects a range and deletes after asking', async ({ page }) => {
  const grid = page.getByRole('grid', { name: 'Messages' });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Plain message 248' })).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 messages selected')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('2 messages selected')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: 'Delete 2 messages?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 messages selected')).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Delete 2 messages' }).press('Enter');
  await expect(page.getByText('248 messages, 248 unread')).toBeVisible();
  await expect(page.getByText('Choose a message to read it.')).toBeVisible();
});

test('the active row stays known to a screen reader when the list is scrolled away from it', async ({
  page,
}) => {
  const grid = page.getByRole('grid', { name: 'Messages' });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await grid.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await expect(page.getByRole('row', { name: /Plain message 1 / })).toBeVisible();
  const active = (await grid.getAttribute('aria-activedescendant')) ?? '';
  await expect(page.locator(`[id="${active}"]`)).toBeAttached();
});

test('everything is selected, also what was never on screen, and the empty mailbox says what to do', async ({
  page,
}) => {
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('row', { name: /Plain message 1 / })).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('250 messages selected')).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete 250 messages' }).click();
  await expect(page.getByText('No message yet')).toBeVisible();
  await page.getByRole('button', { name: 'Open Settings > Mail' }).click();
  await expect(page).toHaveURL(/#\/settings\/mail/);
});

test('list and reader are accessible in light and in dark', async ({ page }) => {
  await page.getByRole('row', { name: /Grüße aus Köln/ }).click();
  await expect(page.frameLocator('iframe').getByText('Offer')).toBeVisible();
  await expectAccessibleIn(page, 'mailbox');
});

test('forced colours and a narrow window keep everything in reach', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 640, height: 720 });
  await page.getByRole('row', { name: /Grüße aus Köln/ }).click();
  await expect(page.getByRole('grid')).toBeHidden();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/mailbox-narrow.png' });
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
});
