import { expect, type Page, test } from '@playwright/test';
import { type DirectoryLab, startDirectoryLab } from '../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../lab/directory/directoryServers.ts';
import { expectAccessible } from './accessibility.ts';
import { createAdministrator } from './people.ts';
import { addDirectory, addFromDirectory } from './seededDirectory.ts';
import { addRole, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let lab: DirectoryLab | null = null;
let relayConsole: RunningConsole | null = null;

test.beforeAll(async () => {
  const availability = await ensureDirectoryServers();
  test.skip(!availability.available, availability.available ? '' : availability.reason);
  lab = await startDirectoryLab({ partner: true });
});
/** Each with a console that has not signed in yet: sessions are kept for a while. */
test.beforeEach(async () => {
  if (!lab) return;
  const domain = lab;
  relayConsole = await startConsole(
    fillAs(async (client) => {
      await addDirectory(client, domain);
      const roleId = await addRole(client, 'Auditors', ['audit.view']);
      await addFromDirectory(client, domain, ['console-admins'], [{ roleId, folderId: null }]);
      const [userId = ''] = await addFromDirectory(client, domain, ['alice']);
      await client.directory.refreshMembership({ userId });
    }),
  );
});
test.afterEach(async () => {
  lab?.controllers[0].resume();
  await lab?.changes.enable(lab.users.authorizationReader);
  await relayConsole?.stop();
});
test.afterAll(() => lab?.stop());

const running = () => {
  if (!lab || !relayConsole) throw new Error('The lab does not run');
  return { domain: lab, link: relayConsole.link };
};

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/screenshots/directory-reading-${name}.png` });

test('where the identity that reads is refused, pages name its account, the controller and the settings, and an alert is raised', async ({
  page,
}) => {
  const { domain, link } = running();
  const { authorizationReader: reader } = domain.users;
  await domain.changes.disable(reader);
  await page.goto(link);
  await createAdministrator(page);
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('row', { name: /CORP\\alice/ }).click();
  await page.getByRole('button', { name: 'Read again' }).press('Enter');
  const card = page.locator('[data-finding=readerRefused]');
  const refused = `dc1.corp.example.test refused ${reader.userPrincipalName}`;
  await expect(card.getByText(refused)).toBeVisible();
  await expect(card.getByText('The account is disabled')).toBeVisible();
  await card.scrollIntoViewIfNeeded();
  await expectAccessible(page);
  await shot(page, 'refused');
  const settings = card.getByRole('link', { name: 'Open Security > Directory' });
  await settings.press('Enter');
  await expect(page.getByRole('tab', { name: 'Directory', selected: true })).toBeVisible();

  await page.getByRole('link', { name: /^Alerts/ }).click();
  await page.getByRole('row', { name: /the identity for reading was refused/ }).click();
  await expect(page.getByText(refused)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open Security > Directory' })).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'alert');
});

test('a trusted domain that does not take the identity is shown so; rights are there while the directory is silent, the path is not', async ({
  page,
}) => {
  const { domain, link } = running();
  await page.goto(link);
  await createAdministrator(page);
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('button', { name: 'Add from the directory…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const domains = dialog.getByRole('combobox', { name: 'Domain' });
  await domains.selectOption('partner.example.test');
  await dialog.getByRole('searchbox').fill('pat');
  await dialog.getByRole('searchbox').press('Enter');
  await expect(dialog.locator('[data-finding=readerRefusedElsewhere]')).toBeVisible();
  await expect(domains.getByRole('option', { name: /partner\.example\.test/ })).toBeDisabled();
  await expectAccessible(page);
  await shot(page, 'elsewhere');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  domain.controllers[0].pause();
  await page.getByRole('row', { name: /CORP\\alice/ }).click();
  await page.getByRole('link', { name: 'Check permissions' }).click();
  await expect(page.getByRole('cell', { name: 'Allowed: Everywhere' })).toBeVisible();
  await shot(page, 'asking');
  await expect(page.getByText('path not known now')).toBeVisible();
  await expect(page.getByText('The directory does not say now through which groups')).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'unknown-path');
  await page.goBack();
  await expect(page.getByText('path not known now')).toBeVisible();
  await shot(page, 'unknown-path-user');
});
