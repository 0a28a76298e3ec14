import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

const bounce = `Reporting-MTA: dns; mail.corp.example
Final-Recipient: rfc822; bob@elsewhere.example
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp; 554 5.7.1 <bob@elsewhere.example>: Relay access denied`;

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
  await page.getByRole('link', { name: 'Explain an error' }).click();
});

test.afterEach(() => relayConsole.stop());

test('N15: a pasted bounce is explained, with the keyboard alone, and everything copies', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByLabel('Error text').fill(bounce);
  await page.keyboard.press('Control+Enter');
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('What to do');
  await expect(answer).toContainText('Permanent:');
  await expect(answer).toContainText("The mail server's administrator");
  await expect(answer.getByRole('blockquote')).toContainText('Relay access denied');
  await answer.getByRole('button', { name: /Copy/ }).press('Enter');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Relay access denied');
});

test('an error of a directory comes with a line of PowerShell to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page
    .getByLabel('Error text')
    .fill('80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 775, v3839');
  await page.keyboard.press('Control+Enter');
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('The account is locked in Active Directory');
  await expectAccessible(page);
  await answer.getByRole('button', { name: 'Copy PowerShell line' }).press('Enter');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Unlock-ADAccount$/);
});

test('what is not known is said honestly', async ({ page }) => {
  await page.getByLabel('Error text').fill('The dog ate the message.');
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Not known' })).toBeVisible();
  await expect(page.getByText('does not guess')).toBeVisible();
  await expectAccessible(page);
});

test('what is not known is answered for every protocol, not for mail alone', async ({ page }) => {
  await page.getByLabel('Error text').fill('LDAP: the dog ate the directory.');
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  const steps = page.getByRole('region', { name: 'Answer' }).getByRole('listitem');
  for (const name of ['LDAP', 'Kerberos', 'Windows', 'domain controller'])
    await expect(steps.filter({ hasText: name }).first()).toBeVisible();
});

test('signing in to a mail server and to a directory are two stages to choose from', async ({ page }) => {
  const stage = page.getByLabel('Stage');
  for (const [group, value] of [
    ['Mail', 'authenticate'],
    ['Directory', 'bind'],
  ] as const) {
    const options = stage.locator(`optgroup[label="${group}"]`).getByRole('option');
    const signIn = options.filter({ hasText: /^Sign in$/ });
    await expect(signIn).toHaveCount(1);
    await expect(signIn).toHaveAttribute('value', value);
  }
});

test('nothing pasted: the field says so', async ({ page }) => {
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(page.getByText('Paste the text of the error first.')).toBeVisible();
});

for (const [colorScheme, language, title] of [
  ['light', 'Français', 'Expliquer une erreur'],
  ['dark', 'Deutsch', 'Einen Fehler erklären'],
] as const)
  test(`the page is accessible in ${colorScheme} and ${language}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: /Language/ }).click();
    await page.getByRole('menuitemradio', { name: language }).click();
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await page.getByRole('textbox', { name: /Texte de l’erreur|Fehlertext/ }).fill(bounce);
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('blockquote')).toContainText('Relay access denied');
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/screenshots/explain-${colorScheme}.png` });
  });
