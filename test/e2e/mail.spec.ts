import { expect, test } from '@playwright/test';
import { ensureMailServers } from '../lab/mailServers.ts';
import { type MailLab, startMailLab } from '../lab/mailLab.ts';
import { areaKey } from './areaKey.ts';
import { beginRelay, failedProof, field, fillRelay, proveAndSave, saved } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let lab: MailLab | null = null;
let relayConsole: RunningConsole;

test.beforeAll(async () => {
  const availability = await ensureMailServers();
  test.skip(!availability.available, availability.available ? '' : availability.reason);
  lab = await startMailLab();
});
test.afterAll(() => lab?.stop());

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

const running = (): MailLab => {
  if (!lab) throw new Error('The lab does not run');
  return lab;
};
const submission = () => {
  const { host, ports, users } = running();
  const { name: userName, password, address: from } = users.alice;
  return { name: 'head-office', host, port: ports.submission, account: { userName, password }, from };
};

test('B06, N01: a relay is typed in, its CA added, proven, saved, and the message lies in the mailbox', async ({
  page,
}) => {
  await beginRelay(page);
  await fillRelay(page, { ...submission(), recipient: running().users.bob.address });
  await proveAndSave(page);

  const finding = await failedProof(page, 'Secure', 'certificateUnknownAuthority');
  await expect(page.getByText('Not proven, not saved')).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/mail-failed.png' });
  await page.getByText('Certificate', { exact: true }).click();
  await expect(page.getByText('CN=Lab Mail Root').first()).toBeVisible();
  const add = finding.getByRole('button', { name: 'Add this CA' });
  await add.click();
  await expect(page.getByText('The values have changed since this proof.')).toBeVisible();
  await expect(add).toBeDisabled();

  await proveAndSave(page);
  await saved(page, 'head-office');
  await page.screenshot({ path: 'test-results/screenshots/mail-passed.png' });
  const mail = await running().mailbox('bob').waitFor({ name: 'To', value: running().users.bob.address });
  expect(mail.headers('From').join()).toContain(running().users.alice.address);
  await page.getByRole('button', { name: 'Make it the default' }).click();
  await expect(page.getByRole('link', { name: /head-office.*default.*Proven/ })).toBeVisible();
});

test('B02, M09: a saved profile opens read-only, and its password is stored but never shown', async ({
  page,
}) => {
  await beginRelay(page);
  await fillRelay(page, submission());
  await proveAndSave(page);
  await page.getByRole('button', { name: 'Add this CA' }).click();
  await proveAndSave(page);
  await saved(page, 'head-office');

  await page.reload();
  await page.getByRole('link', { name: /head-office/ }).click();
  await expect(page.getByText('Stored in the vault')).toBeVisible();
  await expect(page.locator('form input')).toHaveCount(0);
  expect(await page.content()).not.toContain(running().users.alice.password);

  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Change SMTP Password' }).press('Enter');
  await expect(page.locator('[data-field="authentication.password"] input')).toBeFocused();
  await page.getByRole('button', { name: 'Keep the stored one' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Change SMTP Password' })).toBeFocused();
  await field(page, 'host').fill('127.0.0.1');
  await proveAndSave(page);
  await expect(
    page.getByText('Type it again: it was stored for another server or account.').first(),
  ).toBeVisible();
  await expect(page.locator('[data-field="authentication.password"] input')).toBeFocused();
});

test('N07: values that cannot be proven now wait as a draft beside what works', async ({ page }) => {
  await beginRelay(page);
  await fillRelay(page, { name: 'branch', host: 'localhost', port: 1, from: 'a@b.example' });
  await proveAndSave(page);
  await failedProof(page, 'Connect', 'connectionRefused');
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await expect(page.getByText('A draft: nothing is in force yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: /branch.*Draft/ })).toBeVisible();

  await page.getByRole('button', { name: 'Edit' }).click();
  await field(page, 'port').fill(String(running().ports.relay));
  await field(page, 'from.address').fill(running().users.alice.address);
  await page.getByRole('button', { name: 'Prove again' }).click();
  await page.getByRole('button', { name: 'Add this CA' }).click();
  await proveAndSave(page);
  await saved(page, 'branch');
  await expect(page.getByRole('link', { name: /branch.*Proven/ })).toBeVisible();
});

test('N03: a proof stops before DATA, and goes on until the message has arrived', async ({ page }) => {
  const { host, ports, users, authority } = running();
  await beginRelay(page);
  await fillRelay(page, submission());
  await page.getByText(/^Trust:/).click();
  await field(page, 'trust.mode').click();
  await page.getByRole('option', { name: 'One added CA certificate' }).click();
  await page.getByLabel('CA certificate').fill(authority.pem);
  await page.keyboard.press('Tab');
  await expect(page.getByText('CN=Lab Mail Root')).toBeVisible();

  await page.getByLabel('Go as far as').selectOption({ label: 'recipient, nothing sent' });
  await page.getByRole('button', { name: 'Prove', exact: true }).click();
  const proof = page.getByRole('complementary', { name: 'Proof' });
  await expect(proof.getByText(/^Passed in/)).toBeVisible();
  await expect(proof.getByText('Skipped: Deliver')).toBeVisible();

  await page.getByText(/^Delivery check:/).click();
  await field(page, 'arrival.protocol').click();
  await page.getByRole('option', { name: 'IMAP' }).click();
  await expect(field(page, 'arrival.host')).toHaveValue(host);
  await expect(field(page, 'arrival.authentication.userName')).toHaveValue(users.alice.name);
  await expect(field(page, 'arrival.authentication.password')).toBeInViewport();
  await field(page, 'arrival.port').fill(String(ports.imaps));
  await field(page, 'arrival.authentication.password').fill(users.alice.password);
  await expect(page.getByLabel('Go as far as')).toHaveValue('arrive');
  await page.getByRole('button', { name: 'Prove again' }).click();
  await expect(proof.getByRole('button', { name: /^Arrive/ })).toBeVisible();
  await expect(proof.getByText(/^Passed in/)).toBeVisible();
});

test('unsaved changes are never lost without a question', async ({ page }) => {
  await beginRelay(page);
  await field(page, 'name').fill('half typed');
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(field(page, 'name')).toHaveValue('half typed');
  await page.keyboard.press(areaKey('history'));
  await page.getByRole('button', { name: 'Discard and leave' }).click();
  await expect(page).toHaveURL(/#\/history/);
});
