import { type Browser, chromium } from '@playwright/test';
import { installedBrowser } from '../lab/browser.ts';

/** Starts the browser of this machine, or the one that Playwright brought. */
export const launchBrowser = (): Promise<Browser> => {
  const installed = installedBrowser();
  return chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    /** Chromium's own sandbox does not start as root. */
    chromiumSandbox: process.getuid?.() !== 0,
  });
};
