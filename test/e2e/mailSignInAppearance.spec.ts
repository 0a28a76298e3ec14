import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
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

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility violation in ${colorScheme} in any way to sign in`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await beginRelay(page);
    for (const way of ['Windows (NTLM)', 'Microsoft OAuth 2.0', 'OAuth 2.0 of another provider']) {
      await chooseByKeys(page, mode, way);
      await expectAccessible(page);
    }
    await chooseByKeys(page, `${client}.proof.kind`, 'Certificate');
    await chooseByKeys(page, `${client}.grant.flow`, 'OAuth2-ROPC');
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/screenshots/mail-sign-in-${colorScheme}.png` });
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
