import { expect, test } from '@playwright/test';
import { type LoopbackDoor, openLoopbackDoor } from '../../integration/http/loopbackDoor.ts';
import { expectAccessible } from '../accessibility.ts';

let door: LoopbackDoor;
test.beforeEach(async () => {
  door = await openLoopbackDoor();
});
test.afterEach(() => door.close());

for (const colorScheme of ['light', 'dark'] as const)
  test(`the page of the API is read by the keyboard alone: ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(`${door.host.origin}/api/`);
    await page.getByRole('link', { name: 'mail', exact: true }).click();
    const operation = page.getByRole('region', { name: 'POST /api/mail/moveProfile' });
    await operation.getByText('Input').focus();
    await page.keyboard.press('Enter');
    await expect(operation.getByText('"folderId"').first()).toBeVisible();
    await expectAccessible(page);
    await context.close();
  });
