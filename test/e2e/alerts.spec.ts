import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectAccessibleIn } from './accessibility.ts';
import { setLanguage } from './mailForm.ts';
import { createAdministrator } from './people.ts';
import { backupAlert, brokenAlert, lockedAlert, raiseAlerts, refusedAlert } from './raisedAlerts.ts';
import { type Prepare, type RunningConsole, startConsole } from './startConsole.ts';

const refused = refusedAlert('bruno@corp.example');
const few = raiseAlerts([lockedAlert('anna'), refused, brokenAlert, backupAlert]);
const many = raiseAlerts(Array.from({ length: 250 }, (_, number) => lockedAlert(`user ${number + 1}`)));
const none = raiseAlerts([]);

let relayConsole: RunningConsole;
test.afterEach(() => relayConsole.stop());

const openWith = async (page: Page, raise: Prepare): Promise<void> => {
  relayConsole = await startConsole(raise);
  await page.goto(relayConsole.link);
};

const openAlerts = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^Alerts/ }).click();
  await expect(page.getByRole('heading', { name: 'Alerts', level: 1 })).toBeVisible();
};

/** Opens the alerts as the administrator. */
const openAsAdministrator = async (page: Page, raise = few): Promise<void> => {
  await openWith(page, raise);
  await createAdministrator(page);
  await openAlerts(page);
};

const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name });
const unreadInNavigation = (page: Page) => page.getByRole('navigation').getByLabel(/unread alert/);

test('S08: an alert says what happened, what to do and where, and is marked as read', async ({ page }) => {
  await openAsAdministrator(page);
  await expect(unreadInNavigation(page)).toHaveText('4');
  await rowOf(page, /A mail to bruno@corp.example was not delivered/).click();
  await expect(page.getByRole('heading', { name: /A mail to bruno@corp.example/ })).toBeVisible();
  const details = page.getByRole('region', { name: 'Alert', exact: true });
  const utc = new Date(refused.at).toLocaleString('en', {
    ...{ dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' },
  });
  await expect(details.getByRole('definition').filter({ hasText: utc }).first()).toBeVisible();
  await expect(details.getByRole('heading', { name: 'What to do' })).toBeVisible();
  await details.getByRole('button', { name: 'Mark as read' }).click();
  await expect(unreadInNavigation(page)).toHaveText('3');
  await expect(details.getByRole('button', { name: 'Mark as read' })).toBeDisabled();
  await details.getByRole('link', { name: 'Open Mail', exact: true }).click();
  await expect(page).toHaveURL(/#\/settings\/mail/);
});

test('an alert has an address of its own; one that is gone says so', async ({ page }) => {
  await openAsAdministrator(page);
  await page.evaluate(() => (window.location.hash = '#/alerts/1'));
  await expect(page.getByRole('heading', { name: 'User anna is locked.' })).toBeVisible();
  await page.evaluate(() => (window.location.hash = '#/alerts/99'));
  await expect(page.getByText('This alert is not kept any more')).toBeVisible();
});

test('filters by severity, component and what is unread say when nothing fits', async ({ page }) => {
  await openAsAdministrator(page);
  const grid = page.getByRole('grid', { name: 'Alerts' });
  await expect(grid.getByRole('row')).toHaveCount(4);
  const severities = page.getByRole('group', { name: 'Severity' });
  await severities.getByRole('button', { name: 'Error' }).click();
  await expect(grid.getByRole('row')).toHaveCount(2);
  await page.getByRole('group', { name: 'Component' }).getByRole('button', { name: 'Database' }).click();
  await expect(grid.getByRole('row')).toHaveCount(1);
  await rowOf(page, /could not be backed up/)
    .getByLabel('Not selected')
    .click();
  await expect(page.getByText('1 alert selected')).toBeVisible();
  await page
    .getByRole('toolbar', { name: 'Actions for alerts' })
    .getByRole('button', { name: 'Mark as read' })
    .click();
  await expect(page.getByText('1 alert marked as read.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Unread only' }).click();
  await expect(page.getByText('No alert fits these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Show all alerts' }).click();
  await expect(grid.getByRole('row')).toHaveCount(4);
});

test('the keyboard alone goes through hundreds, opens one, selects a range and marks it', async ({
  page,
}) => {
  await openAsAdministrator(page, many);
  const grid = page.getByRole('grid', { name: 'Alerts' });
  await expect(rowOf(page, /User user 250 is locked/)).toBeVisible();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'User user 249 is locked.' })).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 alerts selected')).toBeVisible();
  const commands = page.getByRole('toolbar', { name: 'Actions for alerts' });
  await commands.getByRole('button', { name: 'Mark as read' }).press('Enter');
  await expect(page.getByText('247 unread', { exact: true })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('End');
  await expect(rowOf(page, /User user 150 is locked/)).toBeVisible();
  await page.keyboard.press('End');
  await expect(rowOf(page, /User user 50 is locked/)).toBeVisible();
  await page.keyboard.press('End');
  await expect(rowOf(page, /User user 1 is locked/)).toBeVisible();
  await commands.getByRole('button', { name: 'Mark all as read' }).press('Enter');
  await expect(page.getByText('0 unread', { exact: true })).toBeVisible();
  await expect(unreadInNavigation(page)).toHaveCount(0);
});

test('many unread ones make nothing scroll beside the icons of the areas', async ({ page }) => {
  await openAsAdministrator(page, many);
  await page.setViewportSize({ width: 640, height: 450 });
  await expect(unreadInNavigation(page)).toHaveText('99+');
  const areasAtLeft = page.getByRole('navigation').locator('..');
  expect(await areasAtLeft.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await page.screenshot({ path: 'test-results/screenshots/alerts-counted-narrow.png' });
});

test('subscriptions are chosen, saved and kept, and say what keeps mails from arriving (M03)', async ({
  page,
}) => {
  await openAsAdministrator(page, none);
  await expect(page.getByText('No alert yet')).toBeVisible();
  await page.getByRole('button', { name: 'Open my subscriptions' }).click();
  await expect(page.getByText('No alert is mailed to anybody.')).toBeVisible();
  await expect(page.getByText('Your user has no valid e-mail address.')).toBeVisible();
  const errors = page.getByRole('radiogroup', { name: 'Error', exact: true });
  await errors.getByRole('radio', { name: 'At once' }).check();
  await page.getByRole('navigation').getByRole('link', { name: 'Mailbox' }).click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Subscriptions saved.').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open admin' })).toBeVisible();
  await page.getByRole('link', { name: 'Open Mail', exact: true }).first().click();
  const mailSwitch = page.getByRole('switch', { name: 'Enable email alerts' });
  await mailSwitch.click();
  await expect(mailSwitch).toBeChecked();
  await openAlerts(page);
  await page.getByRole('tab', { name: 'My subscriptions' }).click();
  await expect(errors.getByRole('radio', { name: 'At once' })).toBeChecked();
  await expect(page.getByText('No alert is mailed to anybody.')).toBeHidden();
});

test('without an administrator there is nobody to note for what was read', async ({ page }) => {
  await openWith(page, few);
  await openAlerts(page);
  await rowOf(page, /User anna is locked/).click();
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toBeDisabled();
  await page.getByRole('tab', { name: 'My subscriptions' }).click();
  await expect(page.getByText('Create the administrator first.')).toBeVisible();
});

test('list, details and subscriptions are accessible in light and in dark', async ({ page }) => {
  await openAsAdministrator(page);
  await rowOf(page, /The audit was changed from outside/).click();
  await expect(page.getByRole('heading', { name: 'The audit was changed from outside.' })).toBeVisible();
  await page.getByRole('group', { name: 'Severity' }).getByRole('button', { name: 'Fatal' }).click();
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(1);
  await expectAccessibleIn(page, 'alerts');
  await page.getByRole('tab', { name: 'My subscriptions' }).click();
  await expect(page.getByText('No alert is mailed to anybody.')).toBeVisible();
  await expectAccessibleIn(page, 'alerts-subscriptions');
});

test('forced colours and a narrow window keep everything in reach, in French', async ({ page }) => {
  await openAsAdministrator(page);
  await setLanguage(page, 'Français');
  await expect(page.getByRole('heading', { name: 'Alertes', level: 1 })).toBeVisible();
  await rowOf(page, /bruno@corp.example/).click();
  await expect(page.getByRole('heading', { name: 'Que faire' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/alerts-french.png' });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 640, height: 360 });
  await expect(page.getByRole('grid')).toBeHidden();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/alerts-narrow.png' });
  await page.getByRole('button', { name: 'Fermer' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/alerts-narrow-list.png' });
  await page.getByRole('tab', { name: 'Mes abonnements' }).click();
  await expect(page.getByRole('radio', { name: 'Aussitôt' }).first()).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/screenshots/alerts-subscriptions-narrow.png' });
});
