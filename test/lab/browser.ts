import { existsSync } from 'node:fs';
import { type Availability, ensureDebianPackages } from './debianPackages.ts';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'] as const;

/** The Chromium of this machine that page tests and benchmarks drive, or undefined. */
export const installedBrowser = (): string | undefined => usualPlaces.find((file) => existsSync(file));

/** Makes sure that there is one: on Debian, as root, it installs the package `chromium`. */
export const ensureBrowser = async (): Promise<Availability> =>
  installedBrowser() === undefined ? ensureDebianPackages(['chromium']) : { available: true };
