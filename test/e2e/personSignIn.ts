import { expect, type Locator, type Page, test as withoutLab } from '@playwright/test';
import { oauthClients, oauthTenant, type OAuthUser } from '../lab/oauth/oauthIdentities.ts';
import { beginRelay, chooseByKeys, field } from './mailForm.ts';
import { type PersonLab, startPersonLab } from './personLab.ts';

/** Pages reach the provider as the console does, and take its certificate; their own machine they reach by themselves. */
export const test = withoutLab.extend<object, { lab: PersonLab }>({
  lab: [
    async ({}, use) => {
      const lab = await startPersonLab();
      await use(lab);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  ignoreHTTPSErrors: true,
  permissions: ['clipboard-read', 'clipboard-write'],
  proxy: ({ lab }, use) => use({ server: lab.proxyAddress, bypass: '<-loopback>,localhost,127.0.0.1' }),
});

const client = 'authentication.client';
const { web, open } = oauthClients;

/** Puts the focus there as Tab does, and types over what stands there. */
const type = async (page: Page, path: string, text: string): Promise<void> => {
  await field(page, path).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
};

const trustLab = async (page: Page, { authorityPem }: PersonLab): Promise<void> => {
  await page.locator('summary', { hasText: /^Trust:/ }).press('Enter');
  await chooseByKeys(page, 'trust.mode', 'One added CA certificate');
  await type(page, 'trust.pem', authorityPem);
};

/** Fills the form of a mailbox of Microsoft for which a person signs in; with the keyboard alone. */
export const fillPersonal = async (
  page: Page,
  lab: PersonLab,
  flow: 'Authorization code with PKCE' | 'Device code',
): Promise<void> => {
  await beginRelay(page);
  await chooseByKeys(page, 'authentication.mode', 'Microsoft OAuth 2.0');
  await chooseByKeys(page, 'encryption', 'TLS from the start');
  await chooseByKeys(page, `${client}.grant.flow`, flow);
  if (flow !== 'Device code') await type(page, `${client}.proof.secret`, web.secret);
  const texts = {
    ...{ name: 'personal', host: 'localhost', port: String(lab.mailPort) },
    ...{ 'authentication.userName': 'alice@corp.example', 'from.address': 'alice@corp.example' },
    [`${client}.place.tenantId`]: oauthTenant,
    [`${client}.clientId`]: flow === 'Device code' ? open.clientId : web.clientId,
  };
  for (const [path, text] of Object.entries(texts)) await type(page, path, text);
  await trustLab(page, lab);
};

/** Fills the form of a mailbox that sends over Microsoft Graph, for which a person signs in with a code. */
export const fillGraph = async (page: Page, lab: PersonLab, userName: string): Promise<void> => {
  await beginRelay(page);
  await page.getByText('More', { exact: true }).click();
  await chooseByKeys(page, 'kind', 'Microsoft 365 (Graph)');
  await chooseByKeys(page, `${client}.grant.flow`, 'Device code');
  const texts = {
    ...{ name: 'graph', 'authentication.userName': userName, 'from.address': userName },
    [`${client}.place.tenantId`]: oauthTenant,
    [`${client}.clientId`]: open.clientId,
  };
  for (const [path, text] of Object.entries(texts)) await type(page, path, text);
  await trustLab(page, lab);
};

export const proofOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Proof' });

/** What the proof waits for a person to do. */
export const personBar = (page: Page): Locator => proofOf(page).getByRole('group', { name: /^Sign in with/ });

/** Opens the provider from the bar, by the keyboard. */
export const openProvider = async (page: Page): Promise<Page> => {
  const opened = page.context().waitForEvent('page');
  await personBar(page).getByRole('link', { name: 'Sign in with the browser' }).press('Enter');
  const provider = await opened;
  await expect(provider.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  return provider;
};

/** Signs in at the provider and agrees, or not. */
export const answerProvider = async (
  provider: Page,
  { name, password }: OAuthUser,
  answer: 'Sign in and accept' | 'Cancel' = 'Sign in and accept',
): Promise<void> => {
  await provider.getByLabel('User').fill(name);
  await provider.getByLabel('Password').fill(password);
  await provider.getByRole('button', { name: answer }).click();
};

export const passed = (page: Page): Promise<void> =>
  expect(proofOf(page).getByText(/^Passed in/)).toBeVisible();

export const prove = (page: Page): Promise<void> =>
  proofOf(page)
    .getByRole('button', { name: /^Prove/ })
    .press('Enter');
