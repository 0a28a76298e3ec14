import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { field, setLanguage } from './mailForm.ts';
import { createAdministrator } from './people.ts';
import {
  applicationInForce,
  mailboxWithPassword,
  relayAsDraft,
  relayInForce,
  relayWithDraft,
} from './relayInForce.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

/** A silent server is looked at a second time, ten seconds later. */
const twoLooksMs = 40_000;

const draftAtMicrosoft = relayAsDraft('smtp.office365.com', 587);
const passwordAtMicrosoft = relayInForce('smtp.office365.com', 587);

let relayConsole: RunningConsole;
test.afterEach(() => relayConsole.stop());

test('N11: a server that is silent stands first, and an alert tells it', async ({ page }) => {
  relayConsole = await startConsole(relayInForce('127.0.0.1', 1));
  await page.goto(relayConsole.link);
  await page.getByRole('link', { name: /^Alerts/ }).click();
  await page.getByRole('tab', { name: 'Watch' }).click();
  const table = page.getByRole('table', { name: 'What is watched' });
  await expect(table).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(page.getByText('Everything was looked at.').first()).toBeVisible({ timeout: twoLooksMs });
  await expect(page.getByRole('button', { name: 'Check now' })).toBeFocused();
  const rows = table.getByRole('row');
  await expect(rows.nth(1)).toContainText('Does not answer');
  await expect(rows.nth(1)).toContainText('127.0.0.1:1');
  await expect(rows.nth(2)).toContainText('The same since');
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Alerts' }).click();
  await expect(page.getByRole('row', { name: /127\.0\.0\.1:1 does not answer as it should/ })).toBeVisible();
});

for (const [language, heading] of [
  ['Deutsch', 'Noch nichts zu überwachen'],
  ['Français', 'Rien à surveiller pour l’instant'],
] as const)
  test(`nothing to watch says what would be: ${language}`, async ({ page }) => {
    relayConsole = await startConsole();
    await page.goto(relayConsole.link);
    await createAdministrator(page);
    await setLanguage(page, language);
    await page.evaluate(() => (window.location.hash = '#/alerts/watch'));
    await expect(page.getByText(heading)).toBeVisible();
    await expectAccessible(page);
  });

const openProfile = async (page: Page, profile = passwordAtMicrosoft): Promise<void> => {
  relayConsole = await startConsole(profile);
  await page.goto(relayConsole.link);
  await page.evaluate(() => (window.location.hash = '#/settings/mail'));
};

test('N12: a profile says what ends of what it uses, with its days and source', async ({ page }) => {
  await openProfile(page);
  await expect(page.getByText('Passwords for sending through Exchange Online')).toBeVisible();
  await page.getByText('Dates and source').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Dec 31, 2026: off by default' })).toBeVisible();
  await expectAccessible(page);
});

test('N12: keys alone lead from what ends to the form for Graph, which is not saved', async ({ page }) => {
  await openProfile(page);
  await page.getByRole('button', { name: 'Move to OAuth…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move “Head office” to OAuth' });
  await expect(dialog.getByText('the permission Mail.Send of Microsoft Graph')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: /^Microsoft 365/ }).press('ArrowDown');
  await expect(dialog.getByText(/Add-MailboxPermission console@corp.example -User OBJECT-ID/)).toBeVisible();
  await expect(dialog.getByText(/the Object ID of the Enterprise application/)).toBeVisible();
  await dialog.getByRole('radio', { name: /^Keep SMTP/ }).press('ArrowUp');
  await dialog.getByRole('button', { name: 'Begin' }).press('Enter');
  await expect(field(page, 'authentication.client.place.tenantId')).toBeFocused();
  await expect(field(page, 'from.address')).toHaveValue('console@corp.example');
  await expect(field(page, 'host')).toBeHidden();
  await expectAccessible(page);
  await expect(page.getByText('Unsaved changes')).toBeVisible();
});

test('N12: a mailbox alone that signs in with what ends moves alone, by keys', async ({ page }) => {
  const arrival = mailboxWithPassword('outlook.office365.com', 'anna@corp.example');
  await openProfile(page, relayInForce('mail.corp.example', 587, { arrival }));
  await page.getByRole('button', { name: 'Move the mailbox to OAuth…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move the mailbox of “Head office” to OAuth' });
  await expect(dialog.getByText('How the profile sends stays as it is.')).toBeVisible();
  await expect(dialog.getByText('the permission IMAP.AccessAsApp of Office 365')).toBeVisible();
  await expect(dialog.getByText(/Add-MailboxPermission anna@corp.example -User OBJECT-ID/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: /^An organization/ }).press('ArrowDown');
  await expect(dialog.getByText('the permission IMAP.AccessAsUser.All')).toBeVisible();
  await dialog.getByRole('radio', { name: /^A private person/ }).press('ArrowUp');
  await dialog.getByRole('button', { name: 'Begin' }).press('Enter');
  const mailbox = 'arrival.authentication';
  await expect(field(page, `${mailbox}.client.place.tenantId`)).toBeFocused();
  await expect(field(page, `${mailbox}.userName`)).toHaveValue('anna@corp.example');
  await expect(field(page, 'arrival.host')).toHaveValue('outlook.office365.com');
  await expect(field(page, 'authentication.userName')).toHaveValue('alice');
  await expect(field(page, 'authentication.client.clientId')).toHaveCount(0);
  await expectAccessible(page);
});

test('N12: what sends and looks into a mailbox with one ending password moves as a whole', async ({
  page,
}) => {
  const arrival = mailboxWithPassword('imap.gmail.com', 'anna@corp.example');
  await openProfile(page, relayInForce('smtp.gmail.com', 587, { arrival }));
  await page.getByRole('button', { name: 'Move to OAuth…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move “Head office” to OAuth' });
  await expect(dialog.getByText('Both sign-ins change')).toBeVisible();
  await expect(dialog.getByText('https://mail.google.com/')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(field(page, 'authentication.client.clientId')).toBeFocused();
  await expect(field(page, 'arrival.authentication.client.clientId')).toHaveValue('');
  await page.getByRole('button', { name: 'Prove and save' }).click();
  await expect(field(page, 'arrival.authentication.client.clientId')).toBeVisible();
  await expect(field(page, 'authentication.client.clientId')).toBeFocused();
  await expect(field(page, 'authentication.client.clientId')).toBeInViewport();
});

test('N12: a mailbox takes over the application that sends, whose secret is typed again', async ({
  page,
}) => {
  const clientId = '0b7d6f2e-0000-4000-8000-000000000001';
  const authentication = applicationInForce(clientId);
  const arrival = mailboxWithPassword('outlook.office365.com', 'anna@corp.example');
  await openProfile(page, relayInForce('smtp.office365.com', 587, { authentication, arrival }));
  await page.getByRole('button', { name: 'Move the mailbox to OAuth…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('can look into the mailbox, too')).toBeVisible();
  await expect(dialog.getByText(`-AppId ${clientId}`)).toBeVisible();
  await page.keyboard.press('Escape');
  const open = page.getByRole('button', { name: 'Move the mailbox to OAuth…' });
  await expect(open).toBeFocused();
  await open.press('Enter');
  await dialog.getByRole('button', { name: 'Begin' }).press('Enter');
  const client = 'arrival.authentication.client';
  await expect(field(page, `${client}.proof.secret`)).toBeFocused();
  await expect(field(page, `${client}.clientId`)).toHaveValue(clientId);
  await expect(field(page, `${client}.place.tenantId`)).toHaveValue('corp.example');
  await expect(page.getByLabel('Go as far as')).toHaveValue('arrive');
});

test('N12: a move that is given up changes nothing', async ({ page }) => {
  await openProfile(page);
  await page.getByRole('button', { name: 'Move to OAuth…' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.locator('[data-field="host"]')).toContainText('smtp.office365.com');
  await expect(page.getByRole('button', { name: 'Move to OAuth…' })).toBeVisible();
});

test('N12: a move says what becomes of a draft that lies beside what is in force', async ({ page }) => {
  await openProfile(page, relayWithDraft('smtp.office365.com', 587));
  await page.getByRole('tab', { name: 'In force' }).click();
  await page.getByRole('button', { name: 'Move to OAuth…' }).click();
  await expect(page.getByText('in place of the one that there is')).toBeVisible();
});

test('N12: a draft says it too, and the way to OAuth leads to the draft in the form', async ({ page }) => {
  relayConsole = await startConsole(draftAtMicrosoft);
  await page.goto(relayConsole.link);
  await page.evaluate(() => (window.location.hash = '#/settings/mail'));
  await page.getByText('Head office').first().click();
  await expect(page.getByText('Passwords for sending through Exchange Online')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Move to OAuth…' }).click();
  await expect(page.getByText(/^The draft stays as it is/)).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(field(page, 'authentication.client.place.tenantId')).toBeFocused();
});

for (const [language, button, begin] of [
  ['Deutsch', 'Auf OAuth umstellen…', 'Beginnen'],
  ['Français', 'Passer à OAuth…', 'Commencer'],
] as const)
  test(`N12: the way to OAuth in ${language}`, async ({ page }) => {
    await openProfile(page);
    await setLanguage(page, language);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('dialog').getByRole('button', { name: begin })).toBeVisible();
    await expectAccessible(page);
  });
