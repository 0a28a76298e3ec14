import { expect, type Locator, type Page, test } from '@playwright/test';
import { type DirectoryLab, startDirectoryLab } from '../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../lab/directory/directoryServers.ts';
import { expectAccessible } from './accessibility.ts';
import { openDirectory, proofPane } from './directoryForm.ts';
import { field } from './mailForm.ts';
import { createAdministrator, signInFirst, signOut } from './people.ts';
import { addDirectory, addDirectoryDraft } from './seededDirectory.ts';
import { addRole, addUser, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

const viewer = { name: 'vera', first: 'a first password of mine', own: 'another password of mine' };

let lab: DirectoryLab | null = null;
let relayConsole: RunningConsole | null = null;

test.beforeAll(async () => {
  const availability = await ensureDirectoryServers();
  test.skip(!availability.available, availability.available ? '' : availability.reason);
  lab = await startDirectoryLab();
});
test.afterAll(() => lab?.stop());

test.beforeEach(async ({ page }) => {
  const started = lab;
  if (!started) throw new Error('The lab does not run');
  relayConsole = await startConsole(
    fillAs(async (client) => {
      const roleId = await addRole(client, 'Directory readers', ['directory.view']);
      await addUser(client, viewer.name, [{ roleId, folderId: null }], viewer.first);
      await addDirectory(client, started);
      await addDirectoryDraft(client, started, { membershipCacheHours: 48 });
    }),
  );
  await page.goto(relayConsole.link);
  await createAdministrator(page);
  await openDirectory(page);
});
test.afterEach(() => relayConsole?.stop());

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/screenshots/directory-settings-${name}.png` });

/** What is read of a field. */
const readField = (page: Page, path: string): Locator => page.locator(`[data-field="${path}"]`);

const edit = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Edit', exact: true }).press('Enter');

const save = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Save', exact: true }).press('Enter');

/** Somebody else opens the same settings, changes a number that needs no proof, and saves it. */
const saveElsewhere = async (page: Page, path: string, value: string): Promise<void> => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await edit(other);
  await field(other, path).fill(value);
  await save(other);
  await expect(readField(other, path)).toContainText(value);
  await other.close();
};

test('what somebody else saved meanwhile is shown, and nothing that was typed is lost', async ({ page }) => {
  await edit(page);
  await field(page, 'search.size').fill('200');
  await saveElsewhere(page, 'membershipCacheHours', '8');
  await save(page);
  await expect(page.getByText('Somebody else saved first.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Group membership cache 1 8$/ })).toBeVisible();
  await expect(field(page, 'search.size')).toHaveValue('200');
  await expectAccessible(page);
  await shot(page, 'conflict');

  await page.getByRole('button', { name: 'Reload, keep my values' }).press('Enter');
  await expect(field(page, 'search.size')).toHaveValue('200');
  await save(page);
  await expect(readField(page, 'search.size')).toContainText('200 results');
  await expect(readField(page, 'membershipCacheHours')).toContainText('1 hour');

  await edit(page);
  await field(page, 'search.size').fill('300');
  await saveElsewhere(page, 'membershipCacheHours', '24');
  await save(page);
  await page.getByRole('button', { name: 'Take theirs' }).press('Enter');
  await expect(readField(page, 'membershipCacheHours')).toContainText('24 hours');
  await expect(readField(page, 'search.size')).toContainText('200 results');
});

test('U25: who may only see the directory reads it with its draft and its last proof, and is offered nothing else', async ({
  page,
}) => {
  await signOut(page);
  await signInFirst(page, viewer.name, viewer);
  await page.getByRole('link', { name: 'Security', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: lab?.domain ?? '' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Rules and protection' })).toBeHidden();
  await expect(readField(page, 'membershipCacheHours')).toContainText('1 hour');
  await expect(proofPane(page).getByText('Last proof')).toBeVisible();
  await shot(page, 'viewer');
  await page.getByRole('tab', { name: 'Draft' }).press('Enter');
  await expect(page.getByText('A draft: other values are in force.')).toBeVisible();
  await expect(readField(page, 'membershipCacheHours')).toContainText('48 hours');
  await shot(page, 'viewer-draft');
  await expectAccessible(page);

  const buttons = page.getByRole('main').getByRole('button');
  await expect(buttons).toHaveCount(await buttons.and(page.getByRole('button', { name: /^Copy / })).count());
  await expect(page.getByRole('main').locator('[disabled], [aria-disabled="true"]')).toHaveCount(0);
});
