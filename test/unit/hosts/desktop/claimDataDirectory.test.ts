import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimDataDirectory } from '../../../../electron/hosts/desktop/claimDataDirectory.ts';
import { createAccountFake } from './electronFake.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'relay-console-account-'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('a data directory', () => {
  it('is shown by one program of a person, and another directory by another', () => {
    const { startApp } = createAccountFake(path.join(home, 'Relay Console'));
    expect(claimDataDirectory(startApp(), '/srv/first')).toBe(true);
    expect(claimDataDirectory(startApp(), '/srv/first')).toBe(false);
    expect(claimDataDirectory(startApp(), '/srv/second')).toBe(true);
  });

  it('leaves the key of safeStorage where it was, for all data directories of a person', () => {
    const userData = path.join(home, 'Relay Console');
    const { startApp } = createAccountFake(userData);
    const app = startApp();
    claimDataDirectory(app, '/srv/first');
    expect(app.getPath('sessionData')).toBe(userData);
    expect(existsSync(app.getPath('userData'))).toBe(true);
  });
});
