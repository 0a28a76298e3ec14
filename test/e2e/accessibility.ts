import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Colours in the middle of a fade are nobody's choice; what turns for ever, as a spinner, is not waited for. */
const endOfMotion = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished),
    ),
  );

/** Forced colours in a window as small as 1280 by 720 becomes at 200 %. */
export const narrow = async (page: Page): Promise<void> => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 640, height: 360 });
};

/**
 * No violation of WCAG that a machine can find. Left out: the invisible guards that keep the focus in a dialog, and
 * frames whose content nobody may reach. No other frame is in a page, so that axe needs no second page to put together
 * what it finds in frames (`setLegacyMode`); every rule is checked, but only violations are written down at length.
 */
export const expectAccessible = async (page: Page): Promise<void> => {
  await endOfMotion(page);
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-tabster-dummy]')
    .exclude('iframe[sandbox]')
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};
