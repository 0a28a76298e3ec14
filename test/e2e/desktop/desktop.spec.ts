import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { findElectron } from '../../../build/start/electronRuntime.ts';
import { whyNoWindow } from '../../../build/start/screen.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const electron = findElectron(root);
const noWindow = whyNoWindow({
  platform: process.platform,
  environment: process.env,
  userId: process.getuid?.(),
});

test.skip(electron === null, 'the desktop program: the Electron runtime is not on this machine');
test.skip(noWindow !== null, `the desktop program: ${noWindow}`);

test('opens the console in a hardened window', async () => {
  const dataDirectory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-desktop-'));
  const program = await _electron.launch({
    executablePath: electron ?? '',
    args: [path.join(root, 'out/main/main.js')],
    env: { ...process.env, RELAY_CONSOLE_DATA: dataDirectory },
  });
  try {
    const page = await program.firstWindow();
    await expect(page).toHaveTitle('Relay Console');
    await expect(page.getByRole('navigation').first()).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/console\//);
    const reach = await page.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      opened: window.open('https://attacker.example/'),
    }));
    expect(reach).toEqual({ require: 'undefined', process: 'undefined', opened: null });
    await page.evaluate(() => location.assign('https://attacker.example/')).catch(() => undefined);
    expect(page.url()).toMatch(/^app:\/\/console\//);
  } finally {
    await program.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
});
