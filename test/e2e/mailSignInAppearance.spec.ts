import { expect, test } from '@playwright/test';
import { expectAccessible, expectAccessibleIn } from './accessibility.ts';
import { beginRelay, chooseByKeys, setLanguage } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

const mode = 'authentication.mode';
const client = 'authentication.client';

test('no accessibility violation in light and in dark in any way to sign in', async ({ page }) => {
  await beginRelay(page);
  for (const [way, name] of [
    ['Windows (NTLM)', 'ntlm'],
    ['Microsoft OAuth 2.0', 'microsoft'],
    ['OAuth 2.0 of another provider', 'openid'],
  ] as const) {
    await chooseByKeys(page, mode, way);
    await expectAccessibleIn(page, `mail-sign-in-${name}`);
  }
  await chooseByKeys(page, `${client}.proof.kind`, 'Certificate');
  await chooseByKeys(page, `${client}.grant.flow`, 'OAuth2-ROPC');
  await expectAccessibleIn(page, 'mail-sign-in');
});

for (const [language, labels] of [
  ['Français', ['ID de répertoire (locataire)', 'Secret client', 'Mode d’authentification']],
  ['Deutsch', ['Verzeichnis-ID (Mandant)', 'Clientgeheimnis', 'Authentifizierungsmodus']],
] as const)
  test(`the fields of Microsoft 365 have their names in ${language}`, async ({ page }) => {
    await setLanguage(page, language);
    await page.getByRole('button', { name: /^Microsoft 365 \(Graph\)/ }).click();
    for (const label of labels) await expect(page.getByLabel(label).first()).toBeVisible();
    await page.screenshot({ path: `test-results/screenshots/mail-graph-${language}.png`, fullPage: true });
    await expectAccessible(page);
  });
