import { expect, type Locator, type Page } from '@playwright/test';

export type RelayData = {
  name: string;
  host: string;
  port: number;
  encryption?: 'None' | 'STARTTLS if offered' | 'STARTTLS required' | 'TLS from the start';
  /** Left out: a relay without sign-in. */
  account?: { userName: string; password: string };
  from: string;
  recipient?: string;
};

/** The control of a field of the mail form, by its path. */
export const field = (page: Page, path: string): Locator =>
  page.locator(`[data-field="${path}"]`).locator('input, textarea, button[role="combobox"]').first();

const choose = async (page: Page, path: string, label: string): Promise<void> => {
  await field(page, path).click();
  await page.getByRole('option', { name: label }).first().click();
};

/** Chooses from a list by keys alone. */
export const chooseByKeys = async (page: Page, name: string, label: string): Promise<void> => {
  await field(page, name).focus();
  await page.keyboard.press('Enter');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toBeVisible();
  const texts = await options.allInnerTexts();
  await page.keyboard.press('Home');
  for (let step = texts.findIndex((text) => text.startsWith(label)); step > 0; step -= 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page, name)).toHaveText(label);
};

/** Starts a new profile on a fresh installation. */
export const beginRelay = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { name: 'Welcome to Relay Console' })).toBeVisible();
  await page.getByRole('button', { name: /^Other mail server/ }).click();
  await expect(field(page, 'name')).toBeFocused();
};

/** Types the data of a mail server into the form. */
export const fillRelay = async (page: Page, relay: RelayData): Promise<void> => {
  await field(page, 'name').fill(relay.name);
  await field(page, 'host').fill(relay.host);
  if (relay.encryption) await choose(page, 'encryption', relay.encryption);
  await field(page, 'port').fill(String(relay.port));
  await choose(page, 'authentication.mode', relay.account ? 'Username and password' : 'None (relay)');
  if (relay.account) {
    await field(page, 'authentication.userName').fill(relay.account.userName);
    await field(page, 'authentication.password').fill(relay.account.password);
  }
  await field(page, 'from.address').fill(relay.from);
  if (relay.recipient) {
    await page.getByText(/^Delivery check:/).click();
    await field(page, 'testRecipient').fill(relay.recipient);
  }
};

export const proveAndSave = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Prove and save', exact: true }).click();

/** Waits until the proof has failed at a stage with a finding; gives what the person reads about it. */
export const failedProof = async (page: Page, stage: string, finding: string): Promise<Locator> => {
  const proof = page.getByRole('complementary', { name: 'Proof' });
  await expect(proof.getByText(`Failed: ${stage}`, { exact: true })).toBeVisible();
  const card = proof.locator(`[data-finding="${finding}"]`);
  await expect(card).toBeVisible();
  return card;
};

/** Waits until the values are proven and in force. */
export const saved = async (page: Page, name: string): Promise<void> => {
  const proof = page.getByRole('complementary', { name: 'Proof' });
  await expect(proof.getByText(/^Passed in/)).toBeVisible();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
};

/** Switches from English, until the pages speak the other one. */
export const setLanguage = async (page: Page, language: string): Promise<void> => {
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: language }).click();
  await expect(page.getByRole('button', { name: new RegExp(`${language}$`) })).toBeVisible();
};
