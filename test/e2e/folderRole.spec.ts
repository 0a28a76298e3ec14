import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { field, proveAndSave, saved } from './mailForm.ts';
import { signInFirst } from './people.ts';
import { addFolder, addProfile, addRole, addUser, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

const passwords = { first: 'a first password of mine', own: 'another password of mine' };

let relayConsole: RunningConsole;

/** anna works in the folder Berlin and nowhere else. */
const people = fillAs(async (client) => {
  const roleId = await addRole(client, 'Operators', [
    'mail.view',
    'mail.edit',
    'mail.create',
    'folders.view',
  ]);
  const berlin = await addFolder(client, 'Berlin');
  const paris = await addFolder(client, 'Paris');
  await addProfile(client, 'berlin-relay', berlin);
  await addProfile(client, 'paris-relay', paris);
  await addUser(client, 'anna', [{ roleId, folderId: berlin }], passwords.first);
  const administrator = { displayName: '', mail: null, language: null, password: 'four plain words here' };
  await client.session.createAdministrator(administrator);
});

test.beforeEach(async () => {
  relayConsole = await startConsole(people);
});

test.afterEach(() => relayConsole.stop());

/** The calls of a page that are refused for want of a right, as they come: each is a row of the audit. */
const refusedCalls = (page: Page): string[] => {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(response.url());
  });
  return refused;
};

test('U29: who has a role for one folder sees it alone, and works there as anywhere', async ({ page }) => {
  const refused = refusedCalls(page);
  await page.goto(relayConsole.link);
  await signInFirst(page, 'anna', passwords);
  const profiles = page.getByRole('list', { name: 'Profiles' });
  await expect(profiles.getByRole('link')).toHaveCount(1);
  await expect(page.getByRole('form').getByText('Folder Berlin')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/folder-role.png' });

  await page.getByRole('button', { name: 'New profile' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Built-in mailbox/ })
    .click();
  const folder = page.getByRole('combobox', { name: 'Folder of the profile' });
  await expect(folder.getByRole('option')).toHaveText(['Berlin']);
  await field(page, 'name').fill('anna-relay');
  await field(page, 'from.address').fill('anna@corp.example');
  await proveAndSave(page);
  await saved(page, 'anna-relay');
  await expect(profiles.getByRole('link')).toHaveCount(2);

  await page.getByRole('button', { name: 'More actions' }).click();
  for (const name of ['Make it the default', 'Remove…'])
    await expect(page.getByRole('menuitem', { name })).toBeDisabled();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Roles' }).click();
  await expect(page.getByRole('tab')).toHaveText(['Folders']);
  expect(refused).toEqual([]);
  await expect(page.getByRole('treeitem')).toHaveText(['Berlin']);
  await expect(page.getByRole('button', { name: 'Delete…' })).toHaveCount(0);
  await page.screenshot({ path: 'test-results/screenshots/folder-role-folders.png' });
});
