import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createSelfSigned } from '../lab/certificateAuthority.ts';
import { runCommand } from '../lab/runCommand.ts';
import { beginRelay, chooseByKeys, field } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

const mode = 'authentication.mode';
const client = 'authentication.client';

const shows = async (page: Page, names: readonly string[]): Promise<void> => {
  for (const name of names) await expect(page.locator(`[data-field="${name}"]`)).toBeVisible();
};

test('each way to sign in shows the fields that it needs, chosen with the keyboard', async ({ page }) => {
  await beginRelay(page);
  await shows(page, ['authentication.userName', 'authentication.password', 'authentication.mechanism']);
  await chooseByKeys(page, mode, 'Windows (NTLM)');
  await shows(page, ['authentication.userName', 'authentication.password', 'authentication.domain']);
  await chooseByKeys(page, mode, 'Default credentials (Kerberos)');
  await shows(page, ['authentication.servicePrincipal']);
  await expect(page.locator('[data-field="authentication.password"]')).toHaveCount(0);
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  await shows(page, [`${client}.place.cloud`, `${client}.place.tenantId`, `${client}.proof.expiresOn`]);
  await expect(field(page, 'host')).toHaveValue('smtp.office365.com');
  await chooseByKeys(page, mode, 'Google OAuth 2.0');
  await expect(field(page, 'host')).toHaveValue('smtp.gmail.com');
  await expect(field(page, 'authentication.redirectAddress')).toHaveValue('http://localhost:8888/Callback');
  await chooseByKeys(page, mode, 'OAuth 2.0 of another provider');
  await shows(page, [`${client}.place.endpoints.issuer`, `${client}.place.scopes`]);
  await chooseByKeys(page, `${client}.place.endpoints.found`, 'Typed');
  await shows(page, [`${client}.place.endpoints.token`, `${client}.place.endpoints.authorization`]);
});

test('what the application must be allowed is that of the chosen provider at once', async ({ page }) => {
  await beginRelay(page);
  const ofMicrosoft = page.getByText(/SMTP\.Send.* of Office 365 Exchange Online/);
  const ofGoogle = page.getByText(/https:\/\/mail\.google\.com\//);
  await chooseByKeys(page, mode, 'Google OAuth 2.0');
  await expect(ofGoogle).toBeVisible();
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  await expect(ofMicrosoft).toBeVisible();
  await expect(ofGoogle).toHaveCount(0);
  await chooseByKeys(page, mode, 'Google OAuth 2.0');
  await expect(ofGoogle).toBeVisible();
  await expect(ofMicrosoft).toHaveCount(0);
});

test('a mailbox and a client of Google that can be none say so at their fields', async ({ page }) => {
  await beginRelay(page);
  await chooseByKeys(page, mode, 'Google OAuth 2.0');
  await field(page, 'authentication.userName').fill('CORP\\svc-mail');
  await field(page, `${client}.clientId`).fill('not-a-client');
  await page.keyboard.press('Tab');
  const mailbox = page.locator('[data-field="authentication.userName"]');
  await expect(mailbox).toContainText('This is not one plain e-mail address');
  const clientId = page.locator(`[data-field="${client}.clientId"]`);
  await expect(clientId).toContainText('.apps.googleusercontent.com');
  await field(page, 'authentication.userName').fill('svc-mail@corp.example');
  await field(page, `${client}.clientId`).fill('1-a.apps.googleusercontent.com');
  await page.keyboard.press('Tab');
  await expect(mailbox).not.toContainText('This is not');
  await expect(clientId).not.toContainText('This is not');
});

test('another provider takes the place of one’s own server, and of no other one', async ({ page }) => {
  await beginRelay(page);
  await field(page, 'host').fill('smtp.office365.com');
  await chooseByKeys(page, mode, 'Google OAuth 2.0');
  await expect(field(page, 'host')).toHaveValue('smtp.gmail.com');
  await field(page, 'host').fill('mail.corp.example');
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  await expect(field(page, 'host')).toHaveValue('mail.corp.example');
});

test('a credential that a device code has no use for says so', async ({ page }) => {
  await beginRelay(page);
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  await field(page, `${client}.proof.secret`).fill('typed before');
  await chooseByKeys(page, `${client}.grant.flow`, 'Device code');
  const proof = page.locator(`[data-field="${client}.proof.kind"]`);
  await expect(proof).toContainText('this one is not sent');
  await chooseByKeys(page, `${client}.proof.kind`, 'None (public client)');
  await expect(proof).toContainText('Allow public client flows');
});

test('another way, flow or kind loses nothing that was typed', async ({ page }) => {
  await beginRelay(page);
  await field(page, 'authentication.userName').fill('anna@corp.example');
  await field(page, 'authentication.password').fill('typed once');
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  await field(page, `${client}.place.tenantId`).fill('corp.example');
  await field(page, `${client}.clientId`).fill('app-1');
  await field(page, `${client}.proof.secret`).fill('secret once');
  await chooseByKeys(page, `${client}.grant.flow`, 'OAuth2-ROPC');
  await expect(field(page, `${client}.grant.userName`)).toHaveValue('anna@corp.example');
  await expect(page.getByText(/^Cannot do multi-factor authentication/)).toBeVisible();
  await field(page, `${client}.grant.password`).fill('given away');
  await chooseByKeys(page, mode, 'Windows (NTLM)');
  await expect(field(page, 'authentication.password')).toHaveValue('typed once');
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  await page.getByText('More', { exact: true }).click();
  await chooseByKeys(page, 'kind', 'Microsoft 365 (Graph)');
  await expect(page.locator('[data-field="host"]')).toHaveCount(0);
  await expect(field(page, `${client}.clientId`)).toHaveValue('app-1');
  await chooseByKeys(page, 'kind', 'Mail server (SMTP)');
  await expect(field(page, 'host')).toHaveValue('smtp.office365.com');
  await expect(field(page, `${client}.proof.secret`)).toHaveValue('secret once');
  await expect(field(page, `${client}.grant.password`)).toHaveValue('given away');
});

test('an error leaves the summary as soon as another choice has put it right', async ({ page }) => {
  await beginRelay(page);
  await page.keyboard.press('Control+s');
  const summary = page.getByRole('alert').filter({ hasText: 'your attention' });
  await expect(summary).toContainText('SMTP Host');
  await expect(summary).toContainText('Profile name');
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  await expect(field(page, 'host')).toHaveValue('smtp.office365.com');
  await expect(summary).not.toContainText('SMTP Host');
  await expect(summary).not.toContainText('SMTP Password');
  await expect(summary).toContainText('Profile name');
});

test('what cannot work says so where it is chosen, and is not proven (A13)', async ({ page }) => {
  await beginRelay(page);
  await chooseByKeys(page, mode, 'Google OAuth 2.0');
  await field(page, `${client}.clientId`).fill('app-1');
  await chooseByKeys(page, `${client}.grant.flow`, 'Client credentials');
  const refusal = 'Google gives no application a token for Gmail by itself';
  await expect(page.locator(`[data-field="${client}.grant.flow"]`)).toContainText(refusal);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: 'your attention' })).toContainText(refusal);
});

test('saving leads to the tenant that an application cannot sign in at, beside no proof (A13)', async ({
  page,
}) => {
  await beginRelay(page);
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  for (const [name, value] of [
    ['name', 'Head office'],
    ['from.address', 'console@corp.example'],
    ['authentication.userName', 'console@corp.example'],
    [`${client}.place.tenantId`, 'organizations'],
    [`${client}.clientId`, '0b7d6f2e-0000-4000-8000-000000000001'],
    [`${client}.proof.secret`, 'a-secret'],
  ] as const)
    await field(page, name).fill(value);
  await page.setViewportSize({ width: 640, height: 450 });
  await page.keyboard.press('Control+s');
  await expect(field(page, `${client}.place.tenantId`)).toBeFocused();
  await expect(field(page, `${client}.place.tenantId`)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, `${client}.place.tenantId`)).toBeInViewport();
  await expect(page.getByRole('complementary', { name: 'Proof' })).toBeHidden();
});

test('OAuth2-Implicit explains that PKCE has replaced it, and a cloud names what nobody confirmed', async ({
  page,
}) => {
  await beginRelay(page);
  await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
  await chooseByKeys(page, `${client}.grant.flow`, 'OAuth2-Implicit');
  await expect(page.locator(`[data-field="${client}.grant.flow"]`)).toContainText('PKCE has taken the place');
  await expect(field(page, 'authentication.redirectAddress')).toHaveValue('http://localhost:9999/callback');
  await chooseByKeys(page, `${client}.place.cloud`, 'Azure US GCC High');
  await expect(field(page, 'host')).toHaveValue('smtp.office365.us');
  await expect(page.locator(`[data-field="${client}.place.cloud"]`)).toContainText('outlook.office365.us');
});

test('a PFX file is unlocked, shown as what it is, and its passphrase is kept nowhere', async ({ page }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'relay-console-pfx-'));
  try {
    await createSelfSigned(folder, 'Relay Console mail', ['keyUsage=critical,digitalSignature'], 'rsa:2048');
    const files = ['-inkey', 'key.pem', '-in', 'certificate.pem', '-out', 'app.pfx'];
    await runCommand('openssl', ['pkcs12', '-export', ...files, '-passout', 'pass:open-sesame'], {
      cwd: folder,
    });
    await beginRelay(page);
    await chooseByKeys(page, mode, 'Microsoft OAuth 2.0');
    await chooseByKeys(page, `${client}.proof.kind`, 'Certificate');
    const certificate = page.locator(`[data-field="${client}.proof.certificate"]`);
    await certificate.locator('input[type="file"]').setInputFiles(path.join(folder, 'app.pfx'));
    const passphrase = page.getByLabel('Passphrase of the private key');
    await expect(passphrase).toBeFocused();
    await passphrase.fill('wrong');
    await page.keyboard.press('Enter');
    await expect(certificate).toContainText('This passphrase does not unlock the private key.');
    await passphrase.fill('open-sesame');
    await page.keyboard.press('Enter');
    await expect(certificate).toContainText('Relay Console mail');
    await expect(certificate).toContainText('SHA-256 fingerprint');
    await expect(passphrase).toHaveCount(0);
    await expect(page.locator(`[data-field="${client}.proof.key"]`)).toContainText('Read just now');
    await certificate.locator('input[type="file"]').setInputFiles(path.join(folder, 'certificate.pem'));
    await expect(certificate).toContainText('There is a certificate in it, but no private key.');
    await expect(certificate).toContainText('Relay Console mail');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('Exchange takes the name of its server, and Outlook says where it works', async ({ page }) => {
  await page.getByRole('button', { name: /^Exchange server \(EWS\)/ }).click();
  await field(page, 'url').fill('mail.corp.example');
  await page.keyboard.press('Tab');
  await expect(field(page, 'url')).toHaveValue('https://mail.corp.example/EWS/Exchange.asmx');
  await expect(page.getByText(/^Basic authentication fails where multi-factor/)).toBeVisible();
  await chooseByKeys(page, 'exchangeVersion', 'Exchange Online');
  await expect(page.getByText(/^Microsoft switches EWS off/)).toBeVisible();
  await page.getByText('More', { exact: true }).click();
  await chooseByKeys(page, 'kind', 'Outlook on this machine');
  await expect(page.getByText(/has not been tried on Windows yet/).first()).toBeVisible();
  await expect(field(page, 'mailbox')).toBeVisible();
});
