import { expect, test } from '@playwright/test';
import { expectAccessible, narrow } from './accessibility.ts';
import { askDnsServer, beginDirectory, openDirectory, proofPane, readAs } from './directoryForm.ts';
import { failedProof, setLanguage } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

const looks = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced-colours', { colorScheme: 'light', forcedColors: 'active' }],
] as const;

test('set up from the keyboard; a domain that cannot be reached is told so, in every look; its values wait as a draft', async ({
  page,
}) => {
  await openDirectory(page);
  await expect(page.getByRole('heading', { name: 'No directory is set' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/directory-empty.png' });
  await beginDirectory(page, 'nowhere.example.test');
  await readAs(page, { userPrincipalName: 'reader@nowhere.example.test', password: 'typed' });
  await askDnsServer(page, '127.0.0.1:9');
  await page.keyboard.press('Control+s');
  await failedProof(page, 'Find controllers', 'directoryDnsRefused');
  await expect(proofPane(page).getByText('Active Directory cannot be used from here')).toBeVisible();
  for (const [name, media] of looks) {
    await page.emulateMedia(media);
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/screenshots/directory-unreachable-${name}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.getByRole('button', { name: 'Save without proof' }).press('Enter');
  await expect(page.getByText('A draft: nothing is in force yet.')).toBeVisible();
  await setLanguage(page, 'Français');
  await page.screenshot({ path: 'test-results/screenshots/directory-french.png' });
  await narrow(page);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/directory-narrow.png' });
});
