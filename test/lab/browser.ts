import { existsSync } from 'node:fs';
import { type Availability, ensureDebianPackages } from './debianPackages.ts';

/** Chromium without a window of its own comes first: the same engine takes a third less of the processor. */
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
] as const;

/** The Chromium of this machine that page tests and benchmarks drive, or undefined. */
export const installedBrowser = (): string | undefined => usualPlaces.find((file) => existsSync(file));

/** Makes sure that there is one: on Debian, as root, it installs the package `chromium-headless-shell`. */
export const ensureBrowser = async (): Promise<Availability> => {
  const shell = await ensureDebianPackages(['chromium-headless-shell']);
  return installedBrowser() === undefined ? shell : { available: true };
};
