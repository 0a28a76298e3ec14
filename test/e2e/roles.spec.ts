import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, expectAccessibleIn, narrow } from './accessibility.ts';
import { field, proveAndSave, setLanguage } from './mailForm.ts';
import { addFolder, addProfile, addRole, addUser, fillAs } from './seededPeople.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

/** Two people with a role of their own, one of them for the folder Berlin only, in which a profile lies. */
const people = fillAs(async (client) => {
  const operators = await addRole(client, 'Operators', ['mail.view', 'mail.edit', 'folders.view']);
  const europe = await addFolder(client, 'Europe');
  const berlin = await addFolder(client, 'Berlin', europe);
  await addFolder(client, 'Asia');
  await addUser(client, 'anna', [{ roleId: operators, folderId: berlin }]);
  await addUser(client, 'bruno', [{ roleId: operators, folderId: null }]);
  await addProfile(client, 'berlin-relay', berlin);
});

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole(people);
  await page.goto(relayConsole.link);
  await page.getByRole('link', { name: 'Roles' }).click();
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible();
});

test.afterEach(() => relayConsole.stop());

const openRole = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('list', { name: 'Roles' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
};

/** Chooses a right of a role without saving it; somebody else has the same role open. */
const chooseBeside = async (page: Page): Promise<{ right: Locator; other: Page }> => {
  const right = page.getByRole('checkbox', { name: 'Users: View', exact: true });
  const other = await page.context().newPage();
  await openRole(page, 'Operators');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await right.check();
  await other.goto(page.url());
  return { right, other };
};

const openTab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

const openFolder = async (page: Page, name: string, path: string): Promise<void> => {
  await page.getByRole('treeitem', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: path, level: 2 })).toBeVisible();
};

test('the role Administrator is shown with every right, and nobody can change it', async ({ page }) => {
  await openRole(page, 'Administrator');
  await expect(page.getByText('This role is part of the program')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
  await expect(page.getByRole('row', { name: /Audit/ }).getByLabel('Yes')).toHaveCount(4);
});

test('U25: a role is created with its rights, given to users, and deleted by naming who loses it', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'New role' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Operators');
  await page.getByRole('checkbox', { name: 'Mail: View', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Alerts: all rights' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Another role has this name.').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('Readers');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Readers', level: 2 })).toBeVisible();
  await expect(page.getByRole('row', { name: /Alerts/ }).getByLabel('Yes')).toHaveCount(4);
  await expect(page.getByRole('row', { name: /Mail \*/ }).getByLabel('Yes')).toHaveCount(1);

  await page.getByRole('button', { name: 'Add users…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give the role “Readers”' });
  await dialog.getByRole('searchbox').fill('ann');
  await dialog.getByRole('checkbox', { name: 'anna' }).check();
  await dialog.getByRole('combobox', { name: 'Where' }).selectOption('Europe / Berlin');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/roles-users.png' });
  await dialog.getByRole('button', { name: 'Give it to 1 user' }).click();
  const users = page.getByRole('table', { name: 'Manage users' });
  await expect(users.getByRole('row', { name: /anna Local user Europe \/ Berlin/ })).toBeVisible();

  await page.getByRole('button', { name: 'Delete…' }).click();
  const question = page.getByRole('dialog', { name: 'Delete the role “Readers”?' });
  await expect(question.getByText('Users who lose it: 1.')).toBeVisible();
  await expect(question.getByText('anna (Europe / Berlin)')).toBeVisible();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('list', { name: 'Roles' }).getByText('Readers')).toHaveCount(0);
});

test('a role is taken from somebody in one place, after a question', async ({ page }) => {
  await openRole(page, 'Operators');
  await page.getByRole('button', { name: 'Remove bruno (Everywhere)' }).click();
  const question = page.getByRole('alertdialog', { name: 'Take the role “Operators” from bruno?' });
  await question.getByRole('button', { name: 'Remove' }).click();
  const users = page.getByRole('table', { name: 'Manage users' });
  await expect(users.getByRole('row', { name: /bruno/ })).toHaveCount(0);
  await expect(users.getByRole('row', { name: /anna/ })).toHaveCount(1);
});

test('unsaved rights are not left without a question', async ({ page }) => {
  await openRole(page, 'Operators');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Users: View', exact: true }).check();
  await page.getByRole('link', { name: 'Security' }).click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: 'Users: View', exact: true })).toBeChecked();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('row', { name: /^Users/ }).getByLabel('Yes')).toHaveCount(1);
});

test('who saves a role after somebody else decides which rights it has, and nothing that was chosen is lost', async ({
  page,
}) => {
  const { right, other } = await chooseBeside(page);
  await other.getByRole('button', { name: 'Edit', exact: true }).click();
  await other.getByRole('textbox', { name: 'Description' }).fill('Theirs');
  await other.keyboard.press('Control+s');
  await expect(other.getByText('The role “Operators” is saved.')).toBeVisible();
  const readAgain = page.waitForResponse(/listRoles/);
  await page.keyboard.press('F5');
  await readAgain;
  await expect(right).toBeChecked();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Somebody else saved first.')).toBeVisible();
  await expect(right).toBeChecked();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/role-conflict.png' });
  await expect(page.getByRole('button', { name: 'Save mine over it' })).toBeInViewport();
  await page.getByRole('button', { name: 'Save mine over it' }).press('Enter');
  await expect(page.getByText('The role “Operators” is saved.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Users/ }).getByLabel('Yes')).toHaveCount(1);
  await expect(page.getByText('Theirs')).toHaveCount(0);
});

test('what is chosen for a role stays also when somebody else deletes it, and saving says so', async ({
  page,
}) => {
  const { right, other } = await chooseBeside(page);
  await other.getByRole('button', { name: 'Delete…' }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(other.getByRole('link', { name: /^Operators/ })).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(page.getByRole('list', { name: 'Roles' }).getByRole('link')).toHaveCount(1);
  await expect(right).toBeChecked();
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Administrator', level: 2 })).toBeVisible();
});

test('U29: folders are created, renamed, moved and deleted with the keyboard alone', async ({ page }) => {
  await openTab(page, 'Folders');
  await page.getByRole('treeitem', { name: 'Asia', exact: true }).press('F2');
  await page.getByRole('textbox', { name: 'Name' }).fill('Pacific');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Pacific', level: 2 })).toBeVisible();
  await page.getByRole('treeitem', { name: 'Pacific', exact: true }).press('ArrowUp');
  await expect(page.getByRole('treeitem', { name: 'Berlin', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Europe / Berlin', level: 2 })).toBeVisible();
  await page.getByRole('button', { name: 'Move…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move “Berlin”' });
  await dialog.getByRole('combobox').selectOption('Pacific');
  await dialog.getByRole('button', { name: 'Move' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Pacific / Berlin', level: 2 })).toBeVisible();
  await page.getByRole('treeitem', { name: 'Europe', exact: true }).press('Delete');
  await page
    .getByRole('dialog', { name: 'Delete the folder “Europe”?' })
    .getByRole('button', { name: 'Delete' })
    .press('Enter');
  await expect(page.getByRole('treeitem', { name: 'Europe', exact: true })).toHaveCount(0);
});

test('who renames or moves a folder after somebody else decides what holds', async ({ page }) => {
  await openTab(page, 'Folders');
  const other = await page.context().newPage();
  await other.goto(page.url());
  const renameTo = async (where: Page, from: string, name: string): Promise<void> => {
    await where.getByRole('treeitem', { name: from, exact: true }).press('F2');
    await where.getByRole('textbox', { name: 'Name' }).fill(name);
  };
  await renameTo(page, 'Asia', 'Pacific');
  await renameTo(other, 'Asia', 'India');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { name: 'India', level: 2 })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Somebody else saved first.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save mine over it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Pacific', level: 2 })).toBeVisible();
  await renameTo(other, 'India', 'Africa');
  await other.keyboard.press('Enter');
  await other.getByRole('button', { name: 'Take theirs' }).press('Enter');
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await expect(other.getByRole('treeitem', { name: 'Pacific', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Move…' }).press('Enter');
  await page.getByRole('dialog').getByRole('combobox').selectOption('Europe');
  await renameTo(other, 'Pacific', 'Africa');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { name: 'Africa', level: 2 })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Save mine over it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Europe / Africa', level: 2 })).toBeVisible();
});

test('a folder shows what lies in it and who holds a role for it, and goes only when it is empty', async ({
  page,
}) => {
  await openTab(page, 'Folders');
  await openFolder(page, 'Berlin', 'Europe / Berlin');
  await expect(page.getByRole('link', { name: 'berlin-relay' })).toBeVisible();
  const grants = page.getByRole('table', { name: 'Roles held for this folder' });
  await expect(grants.getByRole('row', { name: 'anna Local user Operators' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete…' }).click();
  const question = page.getByRole('dialog', { name: 'Delete the folder “Berlin”?' });
  await expect(question.getByText('Mail profiles: 1.')).toBeVisible();
  await expect(question.getByRole('button', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'New folder in it…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Printers');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name: 'Europe / Berlin / Printers', level: 2 })).toBeVisible();
});

test('N10: each right says whether it is allowed, where and why, and what would be left without a role', async ({
  page,
}) => {
  await openTab(page, 'Check permissions');
  await page.getByRole('searchbox').fill('anna');
  await page.getByRole('list', { name: 'Users and groups' }).getByRole('link', { name: 'anna' }).click();
  await expect(page.getByRole('heading', { name: 'anna', level: 2 })).toBeVisible();
  const rights = page.getByRole('table', { name: 'Rights and where they come from' });
  const mail = rights.getByRole('rowgroup').filter({ hasText: 'Mail' }).first();
  const edit = mail.getByRole('row', { name: /^Edit/ });
  await expect(edit).toContainText('Allowed: Europe / Berlin');
  await expect(edit).toContainText(/anna.*Role Operators.*Folder Europe \/ Berlin/);
  await expect(mail.getByRole('row', { name: /^Delete/ })).toContainText('Not allowed');
  await page.getByRole('combobox', { name: 'What if this were taken away?' }).selectOption('Role Operators');
  await expect(page.getByText('3 rights would be lost')).toBeVisible();
  await expect(edit).toContainText('Would be lost');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/roles-check.png' });
});

test('U29: a mail profile says in which folder it lies, is moved into another one, and the history says so', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await page.getByRole('link', { name: /^berlin-relay/ }).click();
  await expect(page.getByRole('form').getByText('Folder Europe / Berlin')).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Move to a folder…' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move to a folder…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move the profile “berlin-relay”' });
  await dialog.getByRole('combobox', { name: 'Folder of the profile' }).selectOption('Asia');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(page.getByRole('form').getByText('Folder Asia')).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/folders-mail.png' });
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('row', { name: 'Folder of the profile Europe / Berlin Asia' })).toBeVisible();
});

test('a new mail profile is put into a folder when it is made', async ({ page }) => {
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await page.getByRole('link', { name: /^berlin-relay/ }).click();
  await page.getByRole('button', { name: 'New profile' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Built-in mailbox/ })
    .click();
  await page.getByRole('combobox', { name: 'Folder of the profile' }).selectOption('Asia');
  await field(page, 'name').fill('asia-relay');
  await field(page, 'from.address').fill('console@corp.example');
  await page.screenshot({ path: 'test-results/screenshots/folders-new-profile.png' });
  await proveAndSave(page);
  await expect(page.getByRole('form').getByText('Folder Asia')).toBeVisible();
});

test('the pages are accessible in light and in dark', async ({ page }) => {
  await openRole(page, 'Operators');
  await expectAccessibleIn(page, 'roles');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expectAccessibleIn(page, 'roles-edit');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await openTab(page, 'Folders');
  await openFolder(page, 'Berlin', 'Europe / Berlin');
  await expectAccessibleIn(page, 'folders');
});

test('the pages speak French, in forced colours and a narrow window at 200 % too', async ({ page }) => {
  await openRole(page, 'Operators');
  await setLanguage(page, 'Français');
  await expect(page.getByRole('heading', { name: 'Rôles', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Modifier', exact: true }).click();
  await page.screenshot({ path: 'test-results/screenshots/roles-french.png' });
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('tab', { name: 'Vérifier les autorisations' }).click();
  await page.getByRole('link', { name: 'bruno' }).click();
  await expect(page.getByRole('heading', { name: 'bruno', level: 2 })).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/roles-check-french.png' });
  await narrow(page);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/roles-check-narrow.png' });
  await page.getByRole('tab', { name: 'Rôles' }).click();
  await page.getByRole('link', { name: 'Operators' }).click();
  await expect(page.getByRole('heading', { name: 'Operators', level: 2 })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/roles-narrow.png' });
});
