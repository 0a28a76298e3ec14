import { expect, type Locator, type Page, test as withoutLab } from '@playwright/test';
import { oauthClients, oauthScopes, oauthTenant, type OAuthUser } from '../lab/oauth/oauthIdentities.ts';
import { beginRelay, chooseByKeys, field } from './mailForm.ts';
import { issuers, type PersonLab, startPersonLab } from './personLab.ts';

/** Pages reach the providers as the console does, and take their certificates; their own machine they reach by themselves. */
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
const { web, open, google } = oauthClients;
const byCode = 'Authorization code with PKCE';
const microsoft = {
  mode: 'Microsoft OAuth 2.0',
  place: { [`${client}.place.tenantId`]: oauthTenant },
};

const company = {
  ...{ mode: 'OAuth 2.0 of another provider', application: web, mechanism: 'OAUTHBEARER' },
  place: {
    [`${client}.place.endpoints.issuer`]: issuers.openid,
    [`${client}.place.scopes`]: oauthScopes.googleMail,
  },
};

/** Ways in which a person signs in: with the browser at each provider, and with the code of a device where it gives one. */
const ways = {
  browser: { ...microsoft, flow: byCode, application: web },
  code: { ...microsoft, flow: 'Device code', application: open },
  google: { mode: 'Google OAuth 2.0', flow: byCode, application: google, place: {} },
  openid: { ...company, flow: byCode },
  openidCode: { ...company, flow: 'Device code' },
} as const;

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

/** Fills the form of a mailbox for which a person signs in; with the keyboard alone. */
export const fillPersonal = async (page: Page, lab: PersonLab, way: keyof typeof ways): Promise<void> => {
  const chosen = ways[way];
  const { mode, flow, application, place } = chosen;
  await beginRelay(page);
  await chooseByKeys(page, 'authentication.mode', mode);
  await chooseByKeys(page, 'encryption', 'TLS from the start');
  await chooseByKeys(page, `${client}.grant.flow`, flow);
  if ('mechanism' in chosen) await chooseByKeys(page, 'authentication.tokenMechanism', chosen.mechanism);
  if ('secret' in application) await type(page, `${client}.proof.secret`, application.secret);
  const texts = {
    ...{ name: 'personal', host: 'localhost', port: String(lab.mailPort) },
    ...{ 'authentication.userName': 'alice@corp.example', 'from.address': 'alice@corp.example' },
    ...{ ...place, [`${client}.clientId`]: application.clientId },
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

const openLink = async (page: Page, heading: string): Promise<Page> => {
  const opened = page.context().waitForEvent('page');
  await personBar(page).getByRole('link').press('Enter');
  const provider = await opened;
  await expect(provider.getByRole('heading', { name: heading })).toBeVisible();
  return provider;
};

/** Opens the provider from the bar, by the keyboard. */
export const openProvider = (page: Page): Promise<Page> => openLink(page, 'Sign in');

const shownCode = (page: Page): Promise<string> =>
  personBar(page)
    .getByText(/^[A-Z]{4}-[A-Z]{4}$/)
    .innerText();

/** Opens the page for codes of devices from the bar, by the keyboard, and types in this code: else the one that is shown. */
export const enterCode = async (page: Page, copied?: string): Promise<Page> => {
  const code = copied ?? (await shownCode(page));
  const provider = await openLink(page, 'Enter code');
  await provider.getByPlaceholder('Enter code').fill(code);
  await provider.getByRole('button', { name: 'Next' }).click();
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
