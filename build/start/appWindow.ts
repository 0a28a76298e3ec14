import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Everybody on a Unix machine sees the arguments of every process: there the link goes through a file that only its
 * owner may read. Windows shows them to administrators alone.
 */
const address = (link: string, folder: string): string => {
  if (process.platform === 'win32') return link;
  const file = path.join(folder, 'open.html');
  const script = `location.replace(${JSON.stringify(link)})`;
  writeFileSync(file, `<!doctype html><title>Relay Console</title><script>${script}</script>`, {
    mode: 0o600,
  });
  return pathToFileURL(file).href;
};

/**
 * Opens `link` in an app window of a browser of the Chromium family, with a profile of its own.
 * @returns the function that closes the window and removes the profile
 */
export const openAppWindow = (browser: string, link: string): (() => void) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'relay-console-'));
  const profile = path.join(folder, 'profile');
  const child = spawn(
    browser,
    [
      `--app=${address(link, folder)}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
    ],
    { stdio: 'ignore' },
  );
  child.unref();
  child.once('error', () => process.stdout.write('The browser could not be started: open the link above.\n'));
  return () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
};
