import { expect, test } from '@playwright/test';
import { ensureMailServers } from '../lab/mailServers.ts';
import { type MailLab, startMailLab } from '../lab/mailLab.ts';
import { scriptedSmtp } from '../lab/faults/scriptedSmtp.ts';
import { silentServer } from '../lab/faults/silentFaults.ts';
import { beginRelay, failedProof, field, fillRelay, proveAndSave, setLanguage } from './mailForm.ts';
import { createAdministrator } from './people.ts';
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
  await beginRelay(page);
});
test.afterEach(() => relayConsole.stop());

const running = (): MailLab => {
  if (!lab) throw new Error('The lab does not run');
  return lab;
};
const relay = (change: Partial<Parameters<typeof fillRelay>[1]> = {}) => ({
  name: 'head-office',
  host: running().host,
  port: running().ports.submission,
  from: running().users.alice.address,
  ...change,
});

test('a wrong password: who must act, the server’s words, and the field to type it again', async ({
  page,
}) => {
  await fillRelay(page, relay({ account: { userName: 'alice', password: 'not-the-password' } }));
  await proveAndSave(page);
  await page.getByRole('button', { name: 'Add this CA' }).click();
  await proveAndSave(page);
  const finding = await failedProof(page, 'Sign in', 'wrongCredentials');
  await expect(finding.getByText(/535 5\.7\.8/)).toBeInViewport({ ratio: 1 });
  await expect(finding.getByText('You', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain('not-the-password');
  await page.screenshot({ path: 'test-results/screenshots/mail-wrong-password.png' });
});

for (const [language, prove, add] of [
  ['English', 'Prove and save', 'Add this CA'],
  ['Français', 'Vérifier et enregistrer', 'Ajouter cette autorité'],
  ['Deutsch', 'Prüfen und speichern', 'Diese CA hinzufügen'],
] as const)
  test(`what solves a finding is in view at 1280 × 720: ${language}`, async ({ page }) => {
    await page.goto(new URL('/', relayConsole.link).href);
    await createAdministrator(page);
    await beginRelay(page);
    await fillRelay(page, relay({ account: { userName: 'alice', password: 'not-asked-for' } }));
    await setLanguage(page, language);
    await page.getByRole('button', { name: prove }).click();
    await expect(page.getByRole('button', { name: add })).toBeInViewport({ ratio: 1 });
    await expect(page.getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/).first()).toBeInViewport({ ratio: 1 });
    await page.screenshot({ path: `test-results/screenshots/mail-remedy-${language}.png` });
  });

test('a certificate for another name: the name that fits is offered', async ({ page }) => {
  await fillRelay(page, relay({ port: running().ports.otherName }));
  await proveAndSave(page);
  await expect(page.getByText('Failed: Secure', { exact: true })).toBeVisible();
  await page.getByText('Certificate', { exact: true }).click();
  await expect(page.getByText('other.example.test').first()).toBeVisible();
});

test('a closed port', async ({ page }) => {
  await fillRelay(page, relay({ port: 1 }));
  await proveAndSave(page);
  const finding = await failedProof(page, 'Connect', 'connectionRefused');
  await expect(finding.getByText('What to do')).toBeVisible();
});

test('no STARTTLS although it is required: nothing is sent', async ({ page }) => {
  const server = await scriptedSmtp();
  await fillRelay(page, relay({ host: '127.0.0.1', port: server.port }));
  await proveAndSave(page);
  await failedProof(page, 'Secure', 'starttlsNotOffered');
  expect(server.received.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
  await server.close();
});

test('a refused recipient', async ({ page }) => {
  await fillRelay(page, relay({ port: running().ports.relay, recipient: 'refused@mail.example.test' }));
  await proveAndSave(page);
  await page.getByRole('button', { name: 'Add this CA' }).click();
  await proveAndSave(page);
  await expect(page.getByText('Failed: Envelope', { exact: true })).toBeVisible();
  await expect(page.getByText(/550 5\.7\.1.*refused by policy/).first()).toBeVisible();
});

test('a proof is cancelled with Esc, and the connection is closed at once', async ({ page }) => {
  const server = await silentServer();
  await fillRelay(page, relay({ host: '127.0.0.1', port: server.port }));
  await proveAndSave(page);
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save without proof' })).toBeVisible();
  await expect.poll(() => server.connections()).toBe(0);
  await server.close();
});

test('a proof is cancelled before its first word', async ({ page }) => {
  await fillRelay(page, relay({ host: '127.0.0.1', port: 1 }));
  await page.route(/proveProfile/, () => undefined);
  await proveAndSave(page);
  await expect(page.getByText('Starting…')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save without proof' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Report…' })).toBeHidden();
});

test('Esc cancels a running proof also from a field of its options and while a tooltip is in view', async ({
  page,
}) => {
  const server = await silentServer();
  await fillRelay(page, relay({ host: '127.0.0.1', port: server.port }));
  await page.getByLabel('Test message to').focus();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect(page.getByLabel('Test message to')).toBeFocused();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect.poll(() => server.connections()).toBe(0);
  await server.close();
});

test('every empty or wrong field is named, and the summary leads to it', async ({ page }) => {
  await field(page, 'port').fill('70000');
  await proveAndSave(page);
  await expect(page.getByText('6 fields need your attention')).toBeVisible();
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([
    /^Profile name/,
    /^SMTP Host/,
    /^SMTP Port/,
    /^SMTP Username/,
    /^SMTP Password/,
    /^Default From Address/,
  ]);
  await page.getByRole('button', { name: 'SMTP Port: At most 65535.' }).click();
  await expect(field(page, 'port')).toBeFocused();
});
