import { expect, type Page, test } from '@playwright/test';
import type { Language } from '../../electron/contract/languages.ts';
import { loadTranslator, type Translate } from '../../electron/locales/translate.ts';
import { expectAccessible, expectAccessibleIn } from './accessibility.ts';
import { beginRelay, chooseByKeys, field, setLanguage } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

let relayConsole: RunningConsole;

test.beforeEach(async ({ page }) => {
  relayConsole = await startConsole();
  await page.goto(relayConsole.link);
});
test.afterEach(() => relayConsole.stop());

const mode = 'authentication.mode';
const client = 'authentication.client';
const mailbox = 'arrival.authentication';

type Form = {
  name: string;
  /** What is unfolded first, by the key of its text. */
  unfold?: readonly [key: string, state?: string];
  /** Fields and the keys of what is chosen there; what is no key is called the same in every language. */
  choices: readonly (readonly [path: string, key: string])[];
  /** Judged by the accessibility rules, in light and in dark; the others have no control of their own. */
  isJudged?: true;
};

/** Every way to sign in and every kind of profile that signs in, each reached from the one before. */
const forms: readonly Form[] = [
  {
    name: 'password',
    choices: [
      ['authentication.mechanism', 'CRAM-MD5'],
      ['encryption', 'encryptions.none.label'],
    ],
  },
  { name: 'ntlm', choices: [[mode, 'modes.ntlm.label']], isJudged: true },
  { name: 'kerberos', choices: [[mode, 'modes.kerberos.label']] },
  { name: 'microsoft', choices: [[mode, 'modes.microsoft.label']], isJudged: true },
  { name: 'device-code', choices: [[`${client}.grant.flow`, 'flows.deviceCode.label']] },
  {
    name: 'ropc',
    choices: [
      [`${client}.grant.flow`, 'flows.ropc.label'],
      [`${client}.proof.kind`, 'clientProofs.certificate.label'],
    ],
    isJudged: true,
  },
  {
    name: 'cloud',
    choices: [
      [`${client}.place.cloud`, 'clouds.usGccHigh'],
      [`${client}.grant.flow`, 'flows.authorizationCode.label'],
    ],
  },
  {
    name: 'google',
    choices: [
      [mode, 'modes.google.label'],
      [`${client}.grant.flow`, 'flows.clientCredentials.label'],
    ],
  },
  { name: 'openid', choices: [[mode, 'modes.openid.label']] },
  {
    name: 'openid-typed',
    choices: [[`${client}.place.endpoints.found`, 'endpoints.typed.label']],
    isJudged: true,
  },
  {
    name: 'mailbox',
    unfold: ['sections.arrival', 'protocols.none'],
    choices: [['arrival.protocol', 'protocols.imap']],
  },
  { name: 'mailbox-microsoft', choices: [[`${mailbox}.mode`, 'modes.microsoft.label']], isJudged: true },
  { name: 'exchange', unfold: ['editor:more'], choices: [['kind', 'settings:names.kinds.exchange']] },
  { name: 'outlook', choices: [['kind', 'settings:names.kinds.outlook']] },
  { name: 'graph', choices: [['kind', 'settings:names.kinds.microsoft365']] },
];

const show = async (page: Page, t: Translate, { unfold, choices }: Form): Promise<void> => {
  if (unfold) {
    const [key, state] = unfold;
    const text = t(key, state === undefined ? {} : { state: t(state) });
    await page.locator('summary', { hasText: text }).press('Enter');
  }
  for (const [path, key] of choices) await chooseByKeys(page, path, t(key));
};

const begin = async (page: Page, language: Language): Promise<Translate> => {
  await beginRelay(page);
  await page.setViewportSize({ width: 1280, height: 1600 });
  return loadTranslator(language, ['mail', 'editor', 'settings']);
};

const keep = (page: Page, { name }: Form, language: string): Promise<unknown> =>
  page.screenshot({ path: `test-results/screenshots/mail-${name}-${language}.png` });

test('no accessibility violation in light and in dark in any way to sign in', async ({ page }) => {
  const t = await begin(page, 'en');
  for (const form of forms) {
    await show(page, t, form);
    if (form.isJudged) await expectAccessibleIn(page, `mail-${form.name}`);
    else await keep(page, form, 'English');
  }
});

/** Words that are cut off, and fields side by side that do not stand in one line. */
const disorder = (page: Page): Promise<string[]> =>
  page.locator('form [data-field]').evaluateAll((fields) => {
    const places = fields.map((element) => {
      const control = element.querySelector('input, textarea, button[role="combobox"]');
      return {
        element,
        top: element.getBoundingClientRect().top,
        control: control?.getBoundingClientRect().top,
      };
    });
    const crooked = places.filter(({ top, control }) =>
      places.some((other) => other.top === top && Math.abs((other.control ?? 0) - (control ?? 0)) > 1),
    );
    const cut = places.filter(({ element }) => element.scrollWidth > element.clientWidth);
    return [...crooked, ...cut].map(({ element }) => element.getAttribute('data-field') ?? '');
  });

for (const [language, name, labels] of [
  ['fr', 'Français', ['ID de répertoire (locataire)', 'Secret client', 'Mode d’authentification']],
  ['de', 'Deutsch', ['Verzeichnis-ID (Mandant)', 'Clientgeheimnis', 'Authentifizierungsmodus']],
] as const)
  test(`every way to sign in has its names in ${name}, and fields side by side stand in one line`, async ({
    page,
  }) => {
    const t = await begin(page, language);
    await setLanguage(page, name);
    for (const form of forms) {
      await show(page, t, form);
      expect(await disorder(page)).toEqual([]);
      await keep(page, form, name);
    }
    await chooseByKeys(page, `${client}.proof.kind`, t('clientProofs.secret.label'));
    for (const label of labels) await expect(page.getByLabel(label).first()).toBeVisible();
    await expect(field(page, 'host')).toHaveCount(0);
    await expectAccessible(page);
  });
