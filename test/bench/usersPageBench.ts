import path from 'node:path';
import type { Page } from '@playwright/test';
import { manyUsers } from '../e2e/manyUsers.ts';
import { startConsole } from '../e2e/startConsole.ts';
import { launchBrowser } from './launchBrowser.ts';
import { median } from './median.ts';
import { measureUsersFloor } from './usersBench.ts';

/** What the table of users costs in the browser, beside its floor in the same unit. */
export type UsersPageFigures = { figure: string; value: number; floor: number; ratio: number };

const frames = 300;
const frameMs = 1_000 / 60;
const emptyPage =
  '<div role="grid" style="height: 500px; overflow: auto"><div style="height: 1000000px"></div></div>';

/** Does `action` in the page; gives the time in ms until the first row of the table holds `wanted`. */
const untilRow = async (page: Page, wanted: string, action: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await action();
  await page.waitForFunction(
    (text) => document.querySelector('[role=row][aria-rowindex="2"]')?.textContent.includes(text),
    wanted,
  );
  return performance.now() - startedAt;
};

/** Gives the median time in ms from one more key in the search to its first row. */
const measureSearch = async (page: Page): Promise<number> => {
  const search = page.getByRole('searchbox');
  const times: number[] = [];
  for (const typed of ['9', '99', '999', '9999', '99999'])
    times.push(await untilRow(page, `user${typed.padStart(6, '0')}`, () => search.press('9')));
  await untilRow(page, 'user000001', () => search.fill(''));
  return median(times);
};

/** Scrolls the list by 60 px in each frame; gives what all take in ms, and how many others the screen could have shown. */
const scroll = async (page: Page): Promise<{ ms: number; dropped: number }> => {
  const times = await page.getByRole('grid').evaluate(async (list, count) => {
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const moments = [await nextFrame()];
    while (moments.length <= count) {
      list.scrollBy(0, 60);
      moments.push(await nextFrame());
    }
    return moments.slice(1).map((moment, at) => moment - (moments[at] ?? moment));
  }, frames);
  const shown = times.reduce((sum, time) => sum + Math.max(1, Math.round(time / frameMs)), 0);
  return { ms: times.reduce((sum, time) => sum + time), dropped: shown - times.length };
};

/** What scripts of the page hold, in MiB, when what nobody needs is gone. */
const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
};

const measurePage = async (page: Page, link: string) => {
  await page.goto(link);
  const area = page.getByRole('link', { name: 'Users', exact: true });
  await area.waitFor();
  const heapBefore = await heapOf(page);
  const firstRows = await untilRow(page, 'user000001', () => area.click());
  const search = await measureSearch(page);
  const scrolled = await scroll(page);
  return { firstRows, search, scrolled, heapBefore, heap: await heapOf(page) };
};

/** Measures the table of users as it is used in a browser. Needs `out/` and Chromium. */
export const measureUsersPage = async (users = 100_000): Promise<UsersPageFigures[]> => {
  const console = await startConsole(manyUsers(users));
  const browser = await launchBrowser();
  try {
    const measured = await measurePage(await browser.newPage(), console.link);
    const empty = await browser.newPage();
    await empty.setContent(emptyPage);
    const floor = await scroll(empty);
    const queryMs = await measureUsersFloor(path.join(console.dataDirectory, 'console.db'), 15);
    const figure = (name: string, value: number, least: number) => ({
      ...{ figure: name, value, floor: least, ratio: value / least },
    });
    return [
      figure('first rows, ms', measured.firstRows, queryMs),
      figure('search, one key, ms', measured.search, queryMs),
      figure('memory, MiB', measured.heap, measured.heapBefore),
      figure(`${frames} frames while scrolling, ms`, measured.scrolled.ms, floor.ms),
      figure('frames dropped meanwhile', measured.scrolled.dropped, floor.dropped),
    ];
  } finally {
    await browser.close();
    await console.stop();
  }
};
