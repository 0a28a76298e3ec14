import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { administratorPassword, createAdministrator, signIn, signOut } from './people.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
  await page
    .getByRole('main')
    .getByRole('textbox', { name: 'E-mail address', exact: true })
    .fill('admin@corp.example');
  await createAdministrator(page);
});
test.afterEach(() => relayConsole.stop());

const openLog = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Delivery log' }).click();
  await expect(page.getByRole('heading', { name: 'Delivery log', level: 1 })).toBeVisible();
};

const call = (page: Page, operation: string, input: unknown): Promise<number> =>
  page.evaluate(
    async ([path, json]) => {
      const answer = await fetch(`/rpc/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${localStorage.getItem('session-key')}`,
        },
        body: JSON.stringify({ json }),
      });
      return answer.status;
    },
    [operation, input] as const,
  );

const rehearse = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Rehearse…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Rehearse a forgotten password' });
  await dialog.getByRole('searchbox', { name: 'Look for a user' }).fill('adm');
  await dialog.getByRole('radio', { name: /^admin/ }).check();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByText('Nobody gets this mail').first()).toBeVisible();
};

test('M16: a rehearsal shows each step until the mail has arrived, and is in the log', async ({ page }) => {
  await openLog(page);
  await expect(page.getByText('No mail of the program yet.')).toBeVisible();
  await expectAccessible(page);
  await rehearse(page);
  const steps = page.getByRole('list', { name: 'Steps of the rehearsal' });
  await expect(steps.getByRole('listitem')).toHaveCount(4);
  await expect(steps).toContainText('admin@corp.example');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/rehearsal.png' });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  const log = page.getByRole('table', { name: 'Mails that the program sent' });
  await expect(log.getByRole('row', { name: /admin@corp\.example Rehearsal/ })).toContainText(
    'Kept on this machine',
  );
});

test('M16: a forgotten password is mailed by itself, and its line says what became of it', async ({
  page,
}) => {
  await signOut(page);
  expect(await call(page, 'session/requestPasswordReset', { nameOrAddress: 'admin' })).toBe(200);
  await signIn(page, 'admin', administratorPassword);
  await openLog(page);
  const row = page.getByRole('row', { name: /admin@corp\.example Forgotten password/ });
  await expect(row).toContainText('Kept on this machine');
  await expect(page.getByText('Mails of the program stay on this machine.')).toBeVisible();
  await row.getByRole('link').press('Enter');
  const details = page.getByRole('region', { name: 'One mail' });
  await expect(details.getByText(/^Nobody gets this mail/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/screenshots/notices-${colorScheme}.png` });
  }
  await page.reload();
  await expect(details.getByRole('button', { name: 'Send again' })).toBeVisible();
  await details.getByRole('button', { name: 'Send again' }).press('Enter');
  await expect(details).toContainText('Attempts2');
});

test('who cannot be reached by mail is listed, and the filter shows one kind', async ({ page }) => {
  const values = { name: 'carl', displayName: 'Carl', mail: null, language: null, isActive: true };
  const user = { ...values, mayUseBasicAuthentication: false };
  expect(await call(page, 'users/createUser', { values: user, grants: [], password: null })).toBe(200);
  await openLog(page);
  await page.getByText('1 active user cannot be reached by mail').click();
  await expect(page.getByText('carl · Carl')).toBeVisible();
  await page.getByRole('link', { name: 'carl' }).click();
  await expect(page.getByRole('heading', { name: 'carl' })).toBeVisible();
  await page.goBack();
  await rehearse(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  const kind = page.getByRole('combobox', { name: 'Kind' });
  await kind.selectOption('Alerts');
  await expect(page.getByRole('row', { name: /admin@corp/ })).toBeHidden();
  await kind.selectOption('Rehearsal');
  await expect(page.getByRole('row', { name: /admin@corp/ })).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/notices-unreachable.png' });
});

test('the address for links in mails is judged and kept', async ({ page }) => {
  await openLog(page);
  await page.getByRole('button', { name: 'Link in mails…' }).click();
  const dialog = page.getByRole('dialog', { name: /Link in mails/ });
  const field = dialog.getByRole('textbox', { name: 'Address of the console for links in mails' });
  await field.fill('http://console.corp.example/');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/neither https/);
  await field.fill('https://console.corp.example/');
  await expectAccessible(page);
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Link in mails…' }).click();
  await expect(field).toHaveValue('https://console.corp.example/');
});

test('the log speaks French, and a rehearsal fits a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await openLog(page);
  await rehearse(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { name: 'Journal des envois', level: 1 })).toBeVisible();
  await page.getByRole('row', { name: /Essai/ }).getByRole('link').click();
  const details = page.getByRole('region', { name: 'Un e-mail' });
  await expect(details).toContainText('Resté sur cette machine');
  await expect(details.getByRole('heading')).toBeInViewport();
  await expect(page.getByRole('table')).toBeHidden();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/notices-french.png', fullPage: true });
  await details.getByRole('button', { name: 'Fermer' }).press('Enter');
  await expect(details).toBeHidden();
  await expect(page.getByRole('row', { name: /Essai/ })).toBeVisible();
});
