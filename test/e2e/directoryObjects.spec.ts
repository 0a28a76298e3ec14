import { expect, type Locator, type Page, test } from '@playwright/test';
import { type DirectoryLab, startDirectoryLab } from '../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../lab/directory/directoryServers.ts';
import { expectAccessible } from './accessibility.ts';
import { createAdministrator } from './people.ts';
import { addDirectory, addFromDirectory, readingAs } from './seededDirectory.ts';
import { fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let lab: DirectoryLab | null = null;
let relayConsole: RunningConsole | null = null;

test.beforeAll(async () => {
  const availability = await ensureDirectoryServers();
  test.skip(!availability.available, availability.available ? '' : availability.reason);
  const started = await startDirectoryLab();
  lab = started;
  relayConsole = await startConsole(
    fillAs(async (client) => {
      const { name, password } = started.administrator;
      await addDirectory(client, started, {
        search: { minimumLength: 3, size: 2, timeSeconds: 10 },
        /** Who may see what was deleted. */
        identity: readingAs(`${name}@${started.domain}`, password),
      });
      await addFromDirectory(client, started, ['alice', 'helpdesk']);
    }),
  );
});
test.afterAll(async () => {
  await relayConsole?.stop();
  await lab?.stop();
});

const running = () => {
  if (!lab || !relayConsole) throw new Error('The lab does not run');
  return { lab, link: relayConsole.link };
};

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/screenshots/directory-objects-${name}.png` });

const searchFor = async (page: Page, text: string): Promise<void> => {
  const box = page.getByRole('dialog').getByRole('searchbox');
  await box.fill(text);
  await box.press('Enter');
};

/** The directory ends a search at its time limit as it does at that for the size: with what was found until then (RFC 4511, 4.1.9). */
const cutByTime = (page: Page): Promise<unknown> =>
  page.route(/searchObjects/, async (route) => {
    const response = await route.fetch();
    const answer: unknown = JSON.parse((await response.text()).replace('"cutBy":"size"', '"cutBy":"time"'));
    await route.fulfill({ response, json: answer });
  });

test('a search that a limit has cut says which one, and what to do; who is deleted in the directory is shown so, in no group', async ({
  page,
}) => {
  const { lab: domain, link } = running();
  await page.goto(link);
  await createAdministrator(page);
  await page.getByRole('link', { name: 'Users', exact: true }).click();

  await page.getByRole('button', { name: 'Add from the directory…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add from the directory' });
  await searchFor(page, 'Domain');
  await expect(dialog.getByText('2 found. There are more: type more of the name.')).toBeVisible();
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await shot(page, 'cut-by-size');
  await cutByTime(page);
  await searchFor(page, 'Domain ');
  await expect(dialog.getByText(/The time limit ended the search, so there may be more/)).toBeVisible();
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('row', { name: /CORP\\alice/ }).click();
  const pane: Locator = page.getByRole('region', { name: 'User', exact: true });
  const groups = pane.getByRole('region', { name: 'Groups that are known here' });
  await groups.getByRole('button', { name: 'Read again' }).press('Enter');
  await expect(groups.getByRole('link', { name: 'CORP\\helpdesk' })).toBeVisible();

  await domain.changes.remove(domain.users.alice);
  await groups.getByRole('button', { name: 'Read again' }).press('Enter');
  await expect(groups.getByText('Deleted in AD, so in no group any more')).toBeVisible();
  await expect(groups.getByRole('link')).toHaveCount(0);
  await expect(
    pane.getByRole('region', { name: 'In the directory' }).getByText('Deleted in AD'),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /CORP\\alice.*Deleted in AD/ })).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'deleted');
});
