import { expect, type Locator, type Page, test } from '@playwright/test';
import { type DirectoryLab, startDirectoryLab } from '../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../lab/directory/directoryServers.ts';
import { askDnsServer, beginDirectory, item, proofPane, readAs } from './directoryForm.ts';
import { failedProof, field, proveAndSave } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let lab: DirectoryLab | null = null;
let relayConsole: RunningConsole | null = null;

test.beforeAll(async () => {
  const availability = await ensureDirectoryServers();
  test.skip(!availability.available, availability.available ? '' : availability.reason);
  lab = await startDirectoryLab();
  relayConsole = await startConsole();
});
test.afterAll(async () => {
  await relayConsole?.stop();
  await lab?.stop();
});

const running = (): { lab: DirectoryLab; link: string } => {
  if (!lab || !relayConsole) throw new Error('The lab does not run');
  return { lab, link: relayConsole.link };
};

/** The line of a proof that begins with this name. */
const line = (page: Page, name: string): Locator =>
  proofPane(page).getByRole('button', { name: new RegExp(`^${name}`) });

test('U05, N09: a domain is proven, saved and read again; a line runs alone; a dead controller is told apart', async ({
  page,
}) => {
  const { lab: domain, link } = running();
  const [controller] = domain.controllers;
  await page.goto(link);
  await beginDirectory(page, domain.domain);
  await readAs(page, domain.users.reader);
  await askDnsServer(page, domain.dns.address);
  await proveAndSave(page);

  const finding = await failedProof(page, 'Secure', 'certificateUnknownAuthority');
  await page.screenshot({ path: 'test-results/screenshots/directory-failed.png' });
  await finding.getByRole('button', { name: 'Add this CA' }).click();
  await page.getByLabel('Test with user').fill(domain.users.alice.userPrincipalName);
  await proveAndSave(page);
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect(proofPane(page).getByText(`can be used from here, through ${controller.name}`)).toBeVisible();
  await expect(
    proofPane(page)
      .getByRole('row', { name: new RegExp(controller.name) })
      .first(),
  ).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/directory-passed.png' });
  await proofPane(page).getByRole('region', { name: 'Trusted domains' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/screenshots/directory-controllers.png' });

  await page.getByRole('button', { name: `Run Ping, ${controller.name} again` }).press('Enter');
  await expect(proofPane(page).getByText('Run again:')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: domain.domain })).toBeVisible();
  await expect(page.locator('form').getByText(/^Proven/)).toBeVisible();
  expect(await page.content()).not.toContain(domain.users.reader.password);

  await page.getByRole('button', { name: 'Edit' }).click();
  await field(page, 'controllers.source').click();
  await page.getByRole('option', { name: /^Typed, in order/ }).click();
  await item(page, 'Domain controller 1').fill(controller.name);
  await page.getByRole('button', { name: 'Add a domain controller' }).press('Enter');
  await item(page, 'Domain controller 2').fill(domain.unusedAddress(100));
  await page.getByRole('button', { name: 'Move Domain controller 2 up' }).press('Enter');
  await expect(item(page, 'Domain controller 1')).toHaveValue(domain.unusedAddress(100));
  await proveButton(page).click();
  /** The stored password was for controllers that DNS finds; these are others (REQUIREMENTS M09). */
  await expect(field(page, 'identity.password')).toBeFocused();
  await page.keyboard.type(domain.users.reader.password);
  await proveButton(page).click();
  await expect(proofPane(page).getByText(/^Passed in/)).toBeVisible({ timeout: 60_000 });
  await expect(line(page, 'Ping')).toHaveAccessibleName(/1 of 2 controllers/);
  await expect(proofPane(page).getByText(/Also broken: .*\(Ping/)).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/directory-half-broken.png' });
  await page.keyboard.press('Escape');
});

const proveButton = (page: Page): Locator =>
  proofPane(page).getByRole('button', { name: 'Prove', exact: true });
