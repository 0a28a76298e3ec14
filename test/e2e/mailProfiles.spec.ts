import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { scriptedSmtp } from '../lab/faults/scriptedSmtp.ts';
import { areaKey } from './areaKey.ts';
import { beginRelay, failedProof, field, fillRelay, proveAndSave, saved } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

/** Nothing answers there. */
const nowhere = { host: '127.0.0.1', port: 1, from: 'console@corp.example' };

test('G01: a preset fills in the server and says what has to be done there', async ({ page }) => {
  await page.getByRole('button', { name: /^Google/ }).click();
  await expect(field(page, 'host')).toHaveValue('smtp.gmail.com');
  await expect(field(page, 'port')).toHaveValue('587');
  await expect(field(page, 'encryption')).toHaveText('STARTTLS required');
  await expect(field(page, 'authentication.mode')).toHaveText('Username and password');
  await expect(page.getByText('Create an app password').first()).toBeVisible();
  await expect(field(page, 'name')).toBeFocused();
  const offer = page.getByRole('button', { name: 'Use Google OAuth 2.0' });
  await offer.click();
  await expect(field(page, 'authentication.mode')).toHaveText('Google OAuth 2.0');
  await expect(offer).toHaveCount(0);
  await expect(page.getByText(/^Create an OAuth client of the type Web application/)).toBeVisible();
  await expect(page.getByText('Create an app password')).toHaveCount(0);
});

test('a new profile that the page forgot leads back to Mail, and the next one has its preset', async ({
  page,
}) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await beginRelay(page);
  await field(page, 'name').fill('lost');
  await page.reload();
  await expect(page).toHaveURL(/#\/settings\/mail$/);
  await page.getByRole('button', { name: /^Google/ }).click();
  await expect(field(page, 'host')).toHaveValue('smtp.gmail.com');
});

test('a certificate file that is none says so, also when it is chosen a second time', async ({ page }) => {
  await beginRelay(page);
  await page.getByText(/^Trust:/).click();
  await field(page, 'trust.mode').click();
  await page.getByRole('option', { name: 'One added CA certificate' }).click();
  const file = page.locator('[data-field="trust.pem"] input[type="file"]');
  const choose = (content: string) =>
    file.setInputFiles({ name: 'ca.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(content) });
  await choose('x'.repeat(70_000));
  await expect(page.getByText('The file is larger than 64 KB: a certificate is not.')).toBeVisible();
  await choose('no certificate');
  await expect(page.getByText('No certificate was found in this text.')).toBeVisible();
  await expect(page.getByText('The file is larger than 64 KB')).toHaveCount(0);
  await field(page, 'trust.pem').fill('');
  await choose('no certificate');
  await expect(field(page, 'trust.pem')).toHaveValue(/BEGIN CERTIFICATE/);
});

test('the server is found from an address, without the Internet', async ({ page }) => {
  await page.getByLabel('E-mail address of the sender').fill('anna@gmail.com');
  await page.getByRole('button', { name: 'Find the server' }).click();
  await page.getByRole('button', { name: /^smtp\.gmail\.com:587/ }).click();
  await expect(field(page, 'host')).toHaveValue('smtp.gmail.com');
  await expect(field(page, 'authentication.userName')).toHaveValue('anna@gmail.com');
  await expect(field(page, 'from.address')).toHaveValue('anna@gmail.com');
});

test('an address that is none is marked, and the offers begin with the address that was typed', async ({
  page,
}) => {
  const address = page.getByLabel('E-mail address of the sender');
  await address.fill('anna');
  await page.getByRole('button', { name: 'Find the server' }).click();
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await expect(address).toBeFocused();
  await address.fill('anna@corp.example');
  await expect(address).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: /^Other mail server/ }).click();
  await expect(field(page, 'name')).toBeFocused();
  await expect(field(page, 'from.address')).toHaveValue('anna@corp.example');
  await expect(field(page, 'authentication.userName')).toHaveValue('anna@corp.example');
});

test('a further profile is begun from the keyboard, and its name takes the focus', async ({ page }) => {
  await page.getByRole('button', { name: /^Not now/ }).click();
  await page.getByRole('button', { name: 'New profile' }).press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Yahoo/ })
    .press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(field(page, 'name')).toBeFocused();
});

test('the form stays and keeps its focus while the texts of a finding are on their way', async ({ page }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/assets\/findings-/, async (route) => {
    await released;
    await route.continue();
  });
  await beginRelay(page);
  await fillRelay(page, { name: 'office', host: '127.0.0.1', port: 1, from: 'console@corp.example' });
  const prove = page.getByRole('button', { name: /^Prove( again)?$/ });
  await prove.press('Enter');
  await expect(page.getByText('Failed: Connect', { exact: true })).toBeVisible();
  await expect(field(page, 'name')).toHaveValue('office');
  await expect(prove).toBeFocused();
  release();
  await failedProof(page, 'Connect', 'connectionRefused');
  await expect(prove).toBeFocused();
});

test('M05, M07, M10: the port follows the encryption until it is typed; risks are said', async ({ page }) => {
  await beginRelay(page);
  const encrypt = async (label: string) => {
    await field(page, 'encryption').click();
    await page.getByRole('option', { name: label }).click();
  };
  await encrypt('TLS from the start');
  await expect(field(page, 'port')).toHaveValue('465');
  await encrypt('None');
  await expect(field(page, 'port')).toHaveValue('25');
  await expect(page.getByText('The password would travel unencrypted')).toBeVisible();
  await field(page, 'port').fill('2525');
  await encrypt('TLS from the start');
  await expect(field(page, 'port')).toHaveValue('2525');
  await field(page, 'authentication.userName').fill('anna@corp.example');
  await field(page, 'from.address').fill('console@corp.example');
  await expect(page.getByText('Not the account that signs in: many servers refuse that.')).toBeVisible();
});

test('U21: how many connections there may be at once is checked, saved and shown', async ({ page }) => {
  const server = await scriptedSmtp();
  await beginRelay(page);
  await fillRelay(page, { ...nowhere, name: 'branch', port: server.port, encryption: 'None' });
  await page.getByText('More', { exact: true }).click();
  await field(page, 'maxConnections').fill('0');
  await proveAndSave(page);
  await expect(field(page, 'maxConnections')).toHaveAttribute('aria-invalid', 'true');
  await field(page, 'maxConnections').fill('1');
  await proveAndSave(page);
  await saved(page, 'branch');
  const shown = page.locator('[data-field="maxConnections"]');
  await expect(shown).toHaveText('Maximum connections at once1');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await field(page, 'maxConnections').fill('2');
  await proveAndSave(page);
  await expect(shown).toHaveText('Maximum connections at once2');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('row', { name: /^Maximum connections at once 1 2$/ })).toBeVisible();
  await server.close();
});

test('N06: the built-in mailbox is proven, and the message can be read', async ({ page }) => {
  await page.getByRole('button', { name: /^Not now/ }).click();
  await page.getByRole('button', { name: 'Prove', exact: true }).click();
  await expect(page.getByText(/^Passed in/)).toBeVisible();
  await expect(page.getByRole('link', { name: /built-in-mailbox.*Proven/ })).toBeVisible();
  await page.getByRole('link', { name: /Mailbox/ }).click();
  await expect(page.getByRole('grid', { name: 'Messages' }).getByRole('row')).not.toHaveCount(0);
});

/** Keeps a draft, and asks for its removal. */
const askToRemove = async (page: Page): Promise<void> => {
  await beginRelay(page);
  await fillRelay(page, { name: 'branch', ...nowhere });
  await proveAndSave(page);
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
};

test('A01: a draft is kept by name and removed after a question that names it', async ({ page }) => {
  await askToRemove(page);
  const question = page.getByRole('alertdialog', { name: 'Remove the profile “branch”?' });
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('“branch” was removed.')).toBeVisible();
  await expect(page.getByRole('link', { name: /branch/ })).toHaveCount(0);
});

test('who has gone elsewhere while a profile is removed is not led back', async ({ page }) => {
  await askToRemove(page);
  const late = Promise.withResolvers<void>();
  await page.route(/removeProfile/, async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible();
  const answered = page.waitForResponse(/removeProfile/);
  late.resolve();
  await answered;
  const readAgain = page.waitForResponse(/listRoles/);
  await page.keyboard.press('F5');
  await readAgain;
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
});

test('a question about unsaved changes goes away when they have been saved meanwhile', async ({ page }) => {
  const answer = Promise.withResolvers<void>();
  await page.route(/saveProfile/, async (route) => {
    await answer.promise;
    await route.continue();
  });
  await beginRelay(page);
  await fillRelay(page, { name: 'branch', ...nowhere });
  await proveAndSave(page);
  const saving = page.waitForRequest(/saveProfile/);
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await saving;
  await page.goBack();
  const question = page.getByRole('alertdialog');
  await expect(question).toBeVisible();
  answer.resolve();
  await expect(page.getByRole('link', { name: /branch/ })).toBeVisible();
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
});

test('M03: email alerts are enabled at once', async ({ page }) => {
  await page.getByRole('button', { name: /^Not now/ }).click();
  await page.getByRole('switch', { name: 'Enable email alerts' }).click();
  await expect(page.getByRole('switch', { name: 'Enable email alerts' })).toBeChecked();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Enable email alerts' })).toBeChecked();
});

test('N13: the report of a proof is handed out without secrets', async ({ page }) => {
  await beginRelay(page);
  const account = { userName: 'anna', password: 'only-in-the-form' };
  await fillRelay(page, { name: 'branch', ...nowhere, account });
  await proveAndSave(page);
  await failedProof(page, 'Connect', 'connectionRefused');
  for (const format of ['To read (HTML)', 'For programs (JSON)']) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Report…' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    const report = await readFile(await (await downloading).path(), 'utf8');
    expect(report).toContain('127.0.0.1');
    expect(report).not.toContain(account.password);
  }
});

test('a change by somebody else meanwhile is shown, and decided by the person', async ({ page, context }) => {
  await beginRelay(page);
  await fillRelay(page, { name: 'branch', ...nowhere });
  await proveAndSave(page);
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await expect(page.getByText('A draft: nothing is in force yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Edit' }).click();
  await field(page, 'host').fill('127.0.0.2');

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Edit' }).click();
  await field(other, 'host').fill('127.0.0.3');
  await proveAndSave(other);
  await other.getByRole('button', { name: 'Save without proof' }).click();
  await expect(other.getByText('127.0.0.3', { exact: true })).toBeVisible();

  await page.keyboard.press('F5');
  await proveAndSave(page);
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await expect(page.getByText('Somebody else saved first.')).toBeVisible();
  await expect(page.getByRole('row', { name: /127\.0\.0\.1.*127\.0\.0\.3/ })).toBeVisible();
  await page.getByRole('button', { name: 'Reload, keep my values' }).click();
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await expect(page.getByText('127.0.0.2', { exact: true })).toBeVisible();
});

test('what was not changed is left without a question', async ({ page }) => {
  const state = page.locator('form').getByRole('status');
  await beginRelay(page);
  await expect(state).toHaveText('Not saved yet');
  await field(page, 'port').fill('2525');
  await expect(state).toHaveText('Unsaved changes');
  await expect(page.getByRole('button', { name: 'Discard' })).toBeVisible();
  await field(page, 'port').fill('587');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
});

test('editing begins at the first field and ends at Edit', async ({ page }) => {
  await page.getByRole('button', { name: /^Not now/ }).click();
  const edit = page.getByRole('button', { name: 'Edit' });
  await edit.click();
  await expect(field(page, 'name')).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(edit).toBeFocused();
  await edit.click();
  await field(page, 'from.displayName').fill('Console');
  await page.keyboard.press('Control+s');
  await expect(edit).toBeFocused();
});

test('discarding brings back what is saved, and its own proof', async ({ page }) => {
  const proof = page.getByRole('complementary', { name: 'Proof' });
  await beginRelay(page);
  await fillRelay(page, { name: 'branch', ...nowhere });
  await proveAndSave(page);
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await field(page, 'host').fill('127.0.0.2');
  await page.getByRole('button', { name: 'Prove again' }).click();
  await failedProof(page, 'Connect', 'connectionRefused');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(proof.getByText(/^Never proven/)).toBeVisible();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.locator('form').getByRole('status')).toHaveText('Nothing changed yet');
  await expect(page.getByRole('button', { name: 'Save without proof' })).toBeHidden();
});

test('Esc ends editing, and asks first when something would be lost', async ({ page }) => {
  await page.getByRole('button', { name: /^Not now/ }).click();
  const edit = page.getByRole('button', { name: 'Edit' });
  const question = page.getByRole('alertdialog', { name: 'Discard unsaved changes?' });
  await edit.click();
  await expect(field(page, 'name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(edit).toBeFocused();
  await edit.click();
  const sender = field(page, 'from.displayName');
  await sender.fill('Console');
  await page.keyboard.press('Escape');
  await expect(question.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(sender).toHaveValue('Console');
  await expect(sender).toBeFocused();
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(edit).toBeVisible();
  await expect(page.getByText('Console', { exact: true })).toHaveCount(0);
});

test('Esc in an open list closes the list and asks nothing', async ({ page }) => {
  await beginRelay(page);
  await field(page, 'name').fill('branch');
  await field(page, 'encryption').click();
  await expect(page.getByRole('option', { name: 'TLS from the start' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: 'TLS from the start' })).toBeHidden();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.keyboard.press('Control+e');
  await page.keyboard.type('port');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeVisible();
});

test('a success is told where it happened, over nothing that is needed, and stays behind', async ({
  page,
}) => {
  await page.getByRole('button', { name: /^Not now/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await field(page, 'from.displayName').fill('Console');
  await page.keyboard.press('Control+s');
  const toast = page.getByRole('region', { name: 'Notifications' }).getByText('Saved', { exact: false });
  await expect(toast).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/mail-saved.png' });
  const covered = await toast.evaluate((message) => {
    const over = message.closest('section')?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll('main button')]
      .filter((control) => {
        const { top, bottom, left, right } = control.getBoundingClientRect();
        return top < over.bottom && bottom > over.top && left < over.right && right > over.left;
      })
      .map(({ textContent }) => textContent);
  });
  expect(covered).toEqual([]);
  await page.keyboard.press(areaKey('security'));
  await expect(page.getByRole('heading', { name: 'Protection' })).toBeVisible();
  expect(await toast.isVisible()).toBe(false);
});
