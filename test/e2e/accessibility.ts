import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * Colours in the middle of a fade are nobody's choice, and one fade may begin as another one ends; what turns for ever, as a
 * spinner, is not waited for.
 */
const endOfMotion = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const fades = (): Animation[] =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
    do {
      await Promise.allSettled(fades().map(({ finished }) => finished));
      await nextFrame();
      await nextFrame();
    } while (fades().length > 0);
  });

/** Forced colours in a window as small as 1280 by 720 becomes at 200 %. */
export const narrow = async (page: Page): Promise<void> => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 640, height: 360 });
};

type Checked = { axe?: typeof axe };

/** Puts the checker into a page that does not have it yet: it is half a megabyte to read. */
const bringChecker = async (page: Page): Promise<void> => {
  const isThere = await page.evaluate(() => (globalThis as Checked).axe !== undefined);
  if (!isThere) await page.evaluate(axe.source);
};

const findViolations = async (page: Page, rules: readonly string[] | null): Promise<string[]> => {
  await endOfMotion(page);
  await bringChecker(page);
  return page.evaluate(async (runOnly) => {
    const exclude = ['[data-tabster-dummy]', 'iframe[sandbox]'];
    const options = { resultTypes: ['violations' as const], preload: false };
    const results = await (globalThis as Checked).axe?.run(
      { exclude },
      runOnly === null ? options : { ...options, runOnly: [...runOnly] },
    );
    if (results === undefined) throw new Error('The checker is not in the page');
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
};

/**
 * No violation of WCAG that a machine can find. Left out: the invisible guards that keep the focus in a dialog, and
 * frames whose content nobody may reach; no other frame is in a page. Every rule is checked, but only violations are
 * written down at length.
 */
export const expectAccessible = async (page: Page): Promise<void> => {
  expect(await findViolations(page, null)).toEqual([]);
};

/** What another look of the same page can break. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced-colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** The page follows its browser's colours a moment later. */
const showLook = async (page: Page, look: keyof typeof looks): Promise<void> => {
  await page.emulateMedia(looks[look]);
  await expect(page.locator(`[style*="color-scheme: ${looks[look].colorScheme}"]`)).toBeAttached();
};

/**
 * As `expectAccessible` in the first look, and by the rules of colours in each that follows on the same page, with a
 * screenshot `<name>-<look>.png` of each; the page is light afterwards.
 */
export const expectAccessibleIn = async (
  page: Page,
  name: string,
  names: readonly (keyof typeof looks)[] = ['light', 'dark'],
): Promise<void> => {
  for (const [place, look] of names.entries()) {
    await showLook(page, look);
    expect(await findViolations(page, place === 0 ? null : rulesOfColours), look).toEqual([]);
    await page.screenshot({ path: `test-results/screenshots/${name}-${look}.png` });
  }
  await showLook(page, 'light');
};
