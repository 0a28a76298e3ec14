import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { installedBrowser } from '../test/lab/browser.ts';

const installed = installedBrowser();
const takingTurns = 'personSignIn.spec.ts';

export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../test-results/e2e',
  fullyParallel: false,
  /** Pages wait for disks, hashes and each other: with one more than there are processors nothing stands idle. */
  workers: availableParallelism() + 1,
  /** Those that share one port of the machine take turns, and begin first: at the end others would wait for them. */
  projects: [
    { name: 'taking turns', testMatch: takingTurns },
    { name: 'beside each other', testIgnore: takingTurns },
  ],
  timeout: 90_000,
  /** A browser on a busy machine stalls now and then. What passed at the second attempt only is named and counted. */
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    viewport: { width: 1280, height: 720 },
    screenshot: 'only-on-failure',
    /** Recording every page costs as much as testing it; what failed is recorded at its second attempt. */
    trace: 'on-first-retry',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(installed ? { executablePath: installed } : {}),
      /** Chromium's own sandbox does not start as root. */
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
