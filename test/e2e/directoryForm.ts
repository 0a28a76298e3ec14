import { expect, type Locator, type Page } from '@playwright/test';
import { field } from './mailForm.ts';

export const proofPane = (page: Page): Locator => page.getByRole('complementary', { name: 'Proof' });

/** Opens Security > Directory from whatever page is shown. */
export const openDirectory = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^Security/ }).press('Enter');
  await page.getByRole('tab', { name: 'Directory' }).press('Enter');
};

/** Begins to set up a directory where none is set, from the keyboard. */
export const beginDirectory = async (page: Page, domain: string): Promise<void> => {
  await openDirectory(page);
  await page.getByRole('button', { name: 'Set up the directory' }).press('Enter');
  await expect(field(page, 'domain')).toBeFocused();
  await page.keyboard.type(domain);
};

type Reader = { userPrincipalName: string; password: string };

/** Reads with name and password, whatever the form began with; chosen and typed with the keyboard alone. */
export const readAs = async (page: Page, { userPrincipalName, password }: Reader): Promise<void> => {
  await field(page, 'identity.mode').press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await field(page, 'identity.userName').pressSequentially(userPrincipalName);
  await field(page, 'identity.password').pressSequentially(password);
};

/** The input of a line of a list. */
export const item = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

/** Asks this DNS server instead of those of the machine; typed with the keyboard alone. */
export const askDnsServer = async (page: Page, address: string): Promise<void> => {
  await page.locator('summary', { hasText: /^More$/ }).press('Enter');
  await page.getByRole('button', { name: 'Add a DNS server' }).press('Enter');
  await expect(item(page, 'DNS server 1')).toBeFocused();
  await page.keyboard.type(address);
};
