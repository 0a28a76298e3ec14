import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
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

/** A server of somebody else, which remembers the paths that were asked of it. */
const openElsewhere = async () => {
  const requests: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { requests, origin: `http://127.0.0.1:${port}`, close: () => server.close() };
};

/** Lets the page go to `link`, and waits until the program has refused that or let it go. */
const leave = (program: ElectronApplication, link: string) =>
  program.evaluate(
    ({ BrowserWindow }, target) =>
      new Promise<'refused' | 'left'>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const judge = ({ defaultPrevented }: { defaultPrevented: boolean }): void =>
          resolve(defaultPrevented ? 'refused' : 'left');
        contents?.once('will-frame-navigate', judge);
        contents?.once('will-navigate', judge);
        contents?.once('did-navigate', () => resolve('left'));
        void contents?.executeJavaScript(`location.assign(${JSON.stringify(target)})`);
      }),
    link,
  );

test('opens the console in a hardened window', async () => {
  const dataDirectory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-desktop-'));
  const elsewhere = await openElsewhere();
  const program = await _electron.launch({
    executablePath: electron ?? '',
    args: [path.join(root, 'out/main/main.js')],
    env: { ...process.env, RELAY_CONSOLE_DATA: dataDirectory },
  });
  try {
    const page = await program.firstWindow();
    await expect(page).toHaveTitle(/Relay Console$/);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/console\//);
    const reach = await page.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      opened: window.open('https://attacker.example/'),
    }));
    expect(reach).toEqual({ require: 'undefined', process: 'undefined', opened: null });
    expect(await leave(program, `${elsewhere.origin}/`)).toBe('refused');
    expect(page.url()).toMatch(/^app:\/\/console\//);
    await fetch(`${elsewhere.origin}/afterwards`);
    expect(elsewhere.requests).toEqual(['/afterwards']);
  } finally {
    await program.close();
    elsewhere.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
});
