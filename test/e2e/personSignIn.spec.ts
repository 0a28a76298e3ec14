import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, type Locator, type Page } from '@playwright/test';
import type { OAuthProvider } from '../../electron/contract/oauth/oauthClient.ts';
import { oauthUsers, redirectUris } from '../lab/oauth/oauthIdentities.ts';
import { claimRedirectPorts } from '../lab/oauth/redirectPorts.ts';
import { filesWith, holds } from '../integration/stores/secretTraces.ts';
import { expectAccessible } from './accessibility.ts';
import { failedProof, proveAndSave, saved, setLanguage } from './mailForm.ts';
import { issuers, type PersonLab } from './personLab.ts';
import {
  answerProvider,
  enterCode,
  fillGraph,
  fillPersonal,
  openProvider,
  passed,
  personBar,
  proofOf,
  prove,
  test,
} from './personSignIn.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

const { alice } = oauthUsers;

let relayConsole: RunningConsole;
let release: () => Promise<void>;
let signInsBefore: number;

test.beforeEach(async ({ page, lab }) => {
  release = await claimRedirectPorts();
  signInsBefore = lab.signIns.length;
  relayConsole = await startConsole(undefined, { HTTPS_PROXY: lab.proxyAddress });
  await page.goto(relayConsole.link);
});
test.afterEach(async ({ lab }) => {
  const inspect = (dataDirectory: string): void => {
    for (const secret of secretsOf(lab)) {
      expect(holds(relayConsole.written(), secret)).toBe(false);
      expect(filesWith(dataDirectory, secret)).toEqual([]);
    }
  };
  await relayConsole.stop(inspect).finally(release);
});

const readClipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Keeps all that the page gets as answer to its calls, piece by piece, until it is loaded anew. */
const listenIn = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    const ask = window.fetch.bind(window);
    window.fetch = async (...call) => {
      const answer = await ask(...call);
      const pieces = answer.clone().body?.pipeThrough(new TextDecoderStream());
      // What the page left ends for it, too.
      void pieces
        ?.pipeTo(new WritableStream({ write: (piece) => void heard.push(piece) }))
        .catch(() => undefined);
      return answer;
    };
    Object.assign(window, { heard });
  });
  await page.reload();
};

const heardBy = (page: Page): Promise<string> =>
  page.evaluate(() => ('heard' in window && Array.isArray(window.heard) ? window.heard.join('') : ''));

const canListen = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
};

/** Waits until this port of the machine is free, and leaves it so. */
const isFree = (port: number): Promise<void> => expect.poll(() => canListen(port)).toBe(true);

/** Opens what a stage of the proof has found out, with the keyboard. */
const openFacts = async (page: Page, stage: string): Promise<void> => {
  const proof = proofOf(page);
  await proof.getByRole('button', { name: new RegExp(`^${stage} ?\\d`) }).press('Enter');
  await proof.locator('summary', { hasText: 'Facts' }).press('Enter');
};

const fact = (page: Page, name: string): Locator => proofOf(page).locator(`dt:text-is("${name}") + dd`);

/** Tokens, codes and what else nobody may see: all that went to the providers and to the mail server. */
const secretsOf = ({ providers, signIns }: PersonLab): Set<string> => {
  const names = ['code', 'code_verifier', 'client_secret', 'refresh_token', 'device_code'];
  const requests = Object.values(providers).flatMap((provider) => provider.tokenRequests());
  const sent = requests.flatMap(({ form }) => names.flatMap((name) => form.get(name) ?? []));
  return new Set([...signIns.map(({ token }) => token), ...sent]);
};

/** Waits until the browser is back at the address that is registered, to the letter. */
const cameBack = async (browser: Page, redirectUri: string): Promise<void> => {
  await expect(browser).toHaveURL(({ origin, pathname }) => `${origin}${pathname}` === redirectUri);
  await expect(browser.getByText('The answer has arrived. This window can be closed')).toBeVisible();
};

/** The proof has passed, and the mail server got a token of this provider, and in this way. */
const passedWith = async (page: Page, lab: PersonLab, provider: OAuthProvider): Promise<void> => {
  await passed(page);
  expect(lab.signIns.length).toBeGreaterThan(signInsBefore);
  const { mechanism, token = '' } = lab.signIns.at(-1) ?? {};
  expect(mechanism).toBe(provider === 'openid' ? 'OAUTHBEARER' : 'XOAUTH2');
  expect(await lab.providers[provider].verify(token)).toMatchObject({ sub: alice.name });
};

test('a person signs in with the browser, the proof goes on, and nobody sees the token', async ({
  page,
  lab,
}) => {
  await listenIn(page);
  await fillPersonal(page, lab, 'browser');
  await prove(page);
  await expect(personBar(page)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Sign in with the browser' })).toHaveCount(1);
  await expect(proofOf(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  const provider = await openProvider(page);
  await answerProvider(provider, alice);
  await cameBack(provider, redirectUris.microsoft);
  await passedWith(page, lab, 'microsoft');
  await expect(personBar(page)).toHaveCount(0);
  await openFacts(page, 'Token contents');
  await expect(fact(page, 'Token is for')).toContainText('https://outlook.office.com');
  await expect(fact(page, 'Token expires')).toContainText(/\d{4}/);
  const texts = [await page.content(), await heardBy(page)];
  const secrets = secretsOf(lab);
  expect(texts.some((text) => text.includes('personNeeded'))).toBe(true);
  expect(secrets.size).toBeGreaterThan(3);
  for (const secret of secrets) expect(texts.filter((text) => holds(text, secret))).toEqual([]);
});

test('a person signs in with a code, on whatever device', async ({ page, lab }) => {
  await fillPersonal(page, lab, 'code');
  await prove(page);
  const bar = personBar(page);
  await bar.getByRole('button', { name: 'Copy code' }).press('Enter');
  await expect(bar.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  const userCode = await readClipboard(page);
  await expect(bar.getByText(userCode, { exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: userCode })).toHaveCount(1);
  await bar.getByRole('button', { name: 'Copy address' }).press('Enter');
  await expect.poll(() => readClipboard(page)).toMatch(/^https:/);
  await expect(bar.getByRole('link', { name: await readClipboard(page) })).toBeVisible();
  const provider = await enterCode(page, userCode);
  await answerProvider(provider, alice);
  await expect(provider.getByRole('heading', { name: 'Signed in' })).toBeVisible();
  await passedWith(page, lab, 'microsoft');
  await expect(bar).toHaveCount(0);
});

test('a person signs in with a code of the company’s own provider', async ({ page, lab }) => {
  await fillPersonal(page, lab, 'openidCode');
  await prove(page);
  await answerProvider(await enterCode(page), alice);
  await passedWith(page, lab, 'openid');
});

test('a person declines on the page for codes: the finding says so', async ({ page, lab }) => {
  await fillPersonal(page, lab, 'code');
  await prove(page);
  await answerProvider(await enterCode(page), alice, 'Cancel');
  const card = await failedProof(page, 'Token', 'oauthDeclined');
  await expect(card).toContainText('did not agree to the permissions');
  await expect(personBar(page)).toHaveCount(0);
});

for (const { name, provider, redirectUri } of [
  { name: 'Google', provider: 'google', redirectUri: redirectUris.google },
  { name: 'the company’s own provider', provider: 'openid', redirectUri: redirectUris.microsoft },
] as const)
  test(`a person signs in at ${name}, and nobody listens any more`, async ({ page, lab }) => {
    await fillPersonal(page, lab, provider);
    await prove(page);
    const browser = await openProvider(page);
    await expect(browser).toHaveURL(({ origin }) => origin === issuers[provider]);
    await answerProvider(browser, alice);
    await cameBack(browser, redirectUri);
    await passedWith(page, lab, provider);
    await isFree(Number(new URL(redirectUri).port));
  });

test('a proof over Graph asks for the mailbox before it sends, and says what the answer means', async ({
  page,
  lab,
}) => {
  await fillGraph(page, lab, alice.name);
  await prove(page);
  await answerProvider(await enterCode(page), alice);
  await passed(page);
  await openFacts(page, 'Mailbox');
  await expect(fact(page, 'Mailbox')).toHaveText(alice.name);
  await expect(proofOf(page).getByText(/^Asked with a message to nobody/)).toBeVisible();
  expect(lab.graph.taken).toHaveLength(1);
});

test('a proof is cancelled whose person went away, and nobody listens any more', async ({ page, lab }) => {
  await fillPersonal(page, lab, 'browser');
  await prove(page);
  await (await openProvider(page)).close();
  await proofOf(page).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(proofOf(page).getByText('Cancelled').first()).toBeVisible();
  await expect(personBar(page)).toHaveCount(0);
  await isFree(9_999);
  await prove(page);
  await answerProvider(await openProvider(page), alice);
  await passed(page);
});

test('a person declines: the finding says so', async ({ page, lab }) => {
  await fillPersonal(page, lab, 'browser');
  await prove(page);
  const provider = await openProvider(page);
  await answerProvider(provider, alice, 'Cancel');
  await expect(provider.getByText('The provider did not let you in, or you declined.')).toBeVisible();
  const card = await failedProof(page, 'Token', 'oauthDeclined');
  await expect(card).toContainText('did not agree to the permissions');
  await expect(personBar(page)).toHaveCount(0);
});

test('another program has the port: the finding says so in German, and what to do', async ({ page, lab }) => {
  await fillPersonal(page, lab, 'browser');
  await setLanguage(page, 'Deutsch');
  const other = createServer().listen(9_999, '127.0.0.1');
  await once(other, 'listening');
  await page.getByRole('button', { name: 'Prüfen', exact: true }).press('Enter');
  const card = page.locator('[data-finding="oauthPortInUse"]');
  await expect(card).toContainText('zu Port 9999 dieses Rechners, und dort lauscht ein anderes Programm');
  await expect(card).toContainText('Beenden Sie das andere Programm');
  await expect(card).toContainText('Get-NetTCPConnection -LocalPort 9999');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/person-port-Deutsch.png' });
  other.close();
});

test('a profile keeps its sign-in over a restart, until somebody signs out of it', async ({ page, lab }) => {
  await fillPersonal(page, lab, 'browser');
  await proveAndSave(page);
  await answerProvider(await openProvider(page), alice);
  await saved(page, 'personal');
  await page.goto(await relayConsole.restart());
  await page.getByRole('link', { name: /^personal/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'personal', exact: true })).toBeVisible();
  await prove(page);
  await passed(page);
  await openFacts(page, 'Token');
  await expect(fact(page, 'Token kept from before')).toContainText('Yes');
  await page.getByRole('button', { name: 'More actions' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Sign out…' }).press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Sign out of “personal”?' });
  await dialog.getByRole('button', { name: 'Sign out' }).press('Enter');
  await expect(page.getByText('The tokens of “personal” are forgotten.')).toBeVisible();
  await prove(page);
  await answerProvider(await openProvider(page), alice);
  await passed(page);
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const way of ['browser', 'code'] as const)
    test(`no accessibility violation in ${colorScheme} while a person is waited for: ${way}`, async ({
      page,
      lab,
    }) => {
      await page.emulateMedia({ colorScheme });
      await fillPersonal(page, lab, way);
      await prove(page);
      await expect(personBar(page)).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `test-results/screenshots/person-${way}-${colorScheme}.png` });
      if (colorScheme === 'dark') return;
      await setLanguage(page, 'Français');
      await expect(page.getByText('La vérification attend.')).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `test-results/screenshots/person-${way}-Français.png` });
    });
