import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppWindow } from '../../../build/start/appWindow.ts';

const link = 'http://127.0.0.1:4711/#token';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relay-console-browser-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A browser that writes down with what it was started, and stays. */
const createBrowserFake = () => {
  const notes = path.join(folder, 'arguments');
  const browser = path.join(folder, 'browser.sh');
  writeFileSync(
    browser,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}.new'\nmv '${notes}.new' '${notes}'\nexec sleep 60\n`,
  );
  chmodSync(browser, 0o700);
  return { browser, startedWith: () => vi.waitFor(() => readFileSync(notes, 'utf8').trim().split('\n')) };
};

describe.skipIf(process.platform === 'win32')('an app window', () => {
  it('gets the link through a file of its owner, never by an argument, and a profile of its own', async () => {
    const { browser, startedWith } = createBrowserFake();
    const close = openAppWindow(browser, link);
    const args = await startedWith();
    expect(args.join(' ')).not.toContain('token');
    const page = fileURLToPath(args.find((arg) => arg.startsWith('--app='))?.slice('--app='.length) ?? '');
    expect(readFileSync(page, 'utf8')).toContain(`location.replace("${link}")`);
    expect(statSync(page).mode & 0o077).toBe(0);
    expect(args.some((arg) => arg.startsWith(`--user-data-dir=${path.dirname(page)}`))).toBe(true);
    expect(args).not.toContain('--no-sandbox');
    close();
    expect(existsSync(page)).toBe(false);
  });
});
