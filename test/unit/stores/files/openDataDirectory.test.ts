import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DirectoryRights } from '../../../../electron/stores/files/directoryRights.ts';
import { openDataDirectory } from '../../../../electron/stores/files/openDataDirectory.ts';

let folder: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relay-console-data-'));
  directory = path.join(folder, 'made', 'console');
});
afterEach(() => rmSync(folder, { recursive: true }));

const silent = { error: () => undefined };

const open = async (rights: DirectoryRights) => {
  const restricted: string[] = [];
  await openDataDirectory(directory, silent, {
    readRights: async () => rights,
    restrict: async (path) => void restricted.push(path),
  });
  return restricted;
};

describe('the data directory', () => {
  it('is made and restricted when it is not there', async () => {
    expect(await open({ isOwn: true, access: 'owner' })).toEqual([directory]);
    expect(statSync(directory).isDirectory()).toBe(true);
  });

  it('is restricted again at every start when it is not', async () => {
    mkdirSync(directory, { recursive: true });
    expect(await open({ isOwn: true, access: 'owner' })).toEqual([]);
    expect(await open({ isOwn: true, access: 'writable' })).toEqual([directory]);
    writeFileSync(path.join(directory, 'settings.json'), '');
    expect(await open({ isOwn: true, access: 'readable' })).toEqual([directory]);
  });

  it('is refused when somebody else owns it', async () => {
    mkdirSync(directory, { recursive: true });
    await expect(open({ isOwn: false, access: 'owner' })).rejects.toThrow(directory);
  });

  it('is refused when others could have put files into it', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, 'vault.key'), '');
    await expect(open({ isOwn: true, access: 'writable' })).rejects.toThrow(directory);
  });

  it('is used when its rights cannot be read, which is logged', async () => {
    mkdirSync(directory, { recursive: true });
    const events: string[] = [];
    const log = { error: (event: string) => void events.push(event) };
    const blocked = async () => {
      throw new Error('PowerShell is blocked');
    };
    await openDataDirectory(directory, log, { readRights: blocked, restrict: async () => undefined });
    expect(events).toEqual(['dataDirectory.notChecked']);
  });

  it('is refused rather than restricted when it is a folder of something else', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, 'holiday.jpg'), '');
    await expect(open({ isOwn: true, access: 'readable' })).rejects.toThrow(directory);
  });

  it.skipIf(process.platform === 'win32')('is open to its owner only, whatever it was', async () => {
    await openDataDirectory(directory, silent);
    chmodSync(directory, 0o755);
    await openDataDirectory(directory, silent);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });
});
