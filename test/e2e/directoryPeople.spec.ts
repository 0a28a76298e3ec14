import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { type DirectoryLab, startDirectoryLab } from '../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../lab/directory/directoryServers.ts';
import { expectAccessible } from './accessibility.ts';
import { createAdministrator, signIn, userMenu } from './people.ts';
import { addDirectory } from './seededDirectory.ts';
import { addRole, fillAs } from './seededPeople.ts';
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
      await addRole(client, 'Auditors', ['audit.view', 'users.view']);
      await addDirectory(client, started, { gainGuard: 1 });
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
  page.screenshot({ path: `test-results/screenshots/directory-people-${name}.png` });

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Add from the directory' });
const userPane = (page: Page): Locator => page.getByRole('region', { name: 'User', exact: true });

/** Opens the console in another browser, as somebody who has no start link. */
const openElsewhere = async (browser: Browser, link: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(new URL('/', link).href);
  return page;
};

/** Goes there as somebody without a mouse does. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 30 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
};

/** Finds a group and chooses it, with the keyboard alone. */
const chooseGroup = async (page: Page, text: string, name: string): Promise<void> => {
  await tabTo(page, dialog(page).getByRole('searchbox'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('row', { name: new RegExp(name) })).toBeVisible();
  await tabTo(page, dialog(page).getByRole('grid'));
  await page.keyboard.press('Space');
  await expect(
    dialog(page).getByRole('button', { name: `Remove ${name.replace('\\\\', '\\')}` }),
  ).toBeVisible();
};

test('U09–U15: a group is added with a preview; its people sign in; what changes in the directory changes their rights', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { lab: domain, link } = running();
  await page.goto(link);
  await createAdministrator(page);
  await page.getByRole('link', { name: 'Users', exact: true }).click();

  await page.getByRole('button', { name: 'Add from the directory…' }).press('Enter');
  await expect(dialog(page).getByRole('combobox', { name: 'Domain' })).toBeFocused();
  await shot(page, 'empty');
  await chooseGroup(page, 'console', 'CORP\\\\console-admins');
  await chooseGroup(page, 'large', 'CORP\\\\large-group');
  await tabTo(page, dialog(page).getByRole('combobox', { name: 'Role' }));
  await page.keyboard.type('Auditors');
  await expect(dialog(page).getByText('2 people would gain rights:')).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'preview');
  const add = dialog(page).getByRole('button', { name: 'Add 2' });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await tabTo(page, dialog(page).getByRole('textbox', { name: 'How many people gain rights' }));
  await page.keyboard.type('2');
  await shot(page, 'confirmed');
  await tabTo(page, add);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('row', { name: /CORP\\large-group/ })).toBeVisible();
  await expect(userPane(page).getByText(domain.groups.consoleAdmins.distinguishedName)).toBeVisible();
  await expect(userPane(page).getByText('Added by admin')).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'added');
  /** What offers to undo it covers nothing. */
  await page.getByRole('button', { name: 'Add from the directory…' }).click({ trial: true });

  const alice = await openElsewhere(browser, link);
  await expect(alice.getByText('CORP\\name or name@corp.example.test')).toBeVisible();
  await shot(alice, 'sign-in');
  await signIn(alice, 'CORP\\alice', domain.users.alice.password);
  await expect(userMenu(alice, 'CORP\\alice')).toBeVisible();
  await alice.getByRole('link', { name: 'Audit', exact: true }).click();
  await alice.getByRole('row', { name: /Auto-provisioning/ }).click();
  await expect(
    alice.getByText(
      'User CORP\\alice was automatically provisioned from the following directory groups: CORP\\console-admins',
    ),
  ).toBeVisible();
  await userMenu(alice, 'CORP\\alice').click();
  await expect(alice.getByRole('menuitem', { name: /The password is changed in Windows/ })).toBeVisible();
  await shot(alice, 'user-menu');

  await page.keyboard.press('F5');
  /** Who is new comes before the group, which moves down. */
  await expect(page.getByRole('row', { name: /CORP\\alice/ })).toBeVisible();
  await page.getByRole('row', { name: /CORP\\console-admins/ }).click();
  await expect(userPane(page).getByRole('heading', { name: 'CORP\\console-admins' })).toBeVisible();
  await userPane(page).getByRole('button', { name: 'Delete…' }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete 1 group' });
  await expect(deleting.getByText('1 person known here loses')).toBeVisible();
  await expect(deleting.getByText('CORP\\alice')).toBeVisible();
  await shot(page, 'deleting');
  await deleting.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('row', { name: /CORP\\alice/ }).click();
  await expect(userPane(page).getByText('By groups: Auditors (Everywhere)')).toBeVisible();
  const groups = userPane(page).getByRole('region', { name: 'Groups that are known here' });
  await expect(groups.getByText('CORP\\helpdesk')).toBeVisible();
  await groups.scrollIntoViewIfNeeded();
  await shot(page, 'membership');
  await expectAccessible(page);
  await userPane(page).getByRole('link', { name: 'Check permissions' }).click();
  await expect(page.getByRole('cell').getByText('Group CORP\\helpdesk').first()).toBeVisible();
  await shot(page, 'check');
  await page.goBack();

  const { helpdesk } = domain.groups;
  await domain.changes.changeGroup(helpdesk, { remove: [domain.users.alice] });
  await groups.getByRole('button', { name: 'Read again' }).press('Enter');
  await expect(groups.getByRole('link', { name: 'CORP\\console-admins' })).toBeHidden();
  await alice.reload();
  await expect(alice.getByRole('link', { name: 'Audit', exact: true })).toBeHidden();

  /** What is taken back is not left open to be edited. */
  await page.getByRole('row', { name: /CORP\\large-group/ }).click();
  await expect(userPane(page).getByRole('heading', { name: 'CORP\\large-group' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByText('The addition was taken back.')).toBeVisible();
  await expect(page.getByRole('row', { name: /CORP\\large-group/ })).toBeHidden();
  await expect(userPane(page)).toBeHidden();
});
