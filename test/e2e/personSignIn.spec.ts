import { expect } from '@playwright/test';
import { oauthUsers } from '../lab/oauth/oauthIdentities.ts';
import { claimRedirectPorts } from '../lab/oauth/redirectPorts.ts';
import { holds } from '../integration/stores/secretTraces.ts';
import { expectAccessible } from './accessibility.ts';
import {
  answerProvider,
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

test.beforeEach(async ({ page, lab }) => {
  release = await claimRedirectPorts();
  relayConsole = await startConsole(undefined, { HTTPS_PROXY: lab.proxyAddress });
  await page.goto(relayConsole.link);
});
test.afterEach(async () => {
  await relayConsole.stop();
  await release();
});

test('a person signs in with the browser, and the proof goes on', async ({ page, lab }) => {
  await fillPersonal(page, lab, 'Authorization code with PKCE');
  await prove(page);
  await expect(personBar(page)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Sign in with the browser' })).toHaveCount(1);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/screenshots/person-browser-${colorScheme}.png` });
  }
  const provider = await openProvider(page);
  await answerProvider(provider, alice);
  await expect(provider.getByText('The answer has arrived. This window can be closed')).toBeVisible();
  await passed(page);
  await expect(personBar(page)).toHaveCount(0);
});
