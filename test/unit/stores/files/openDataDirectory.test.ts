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

const readable = async (): Promise<DirectoryRights> => ({ isOwn: true, access: 'readable' });
const blocked = async () => {
  throw new Error('This program is blocked by group policy');
};

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

  it.each([
    ['made, when it cannot be restricted', false, readable, blocked],
    ['already there, when it cannot be restricted', true, readable, blocked],
    ['already there, when its rights cannot be read', true, blocked, async () => undefined],
  ])('is used %s, and that is logged and told', async (_, isThere, readRights, restrict) => {
    if (isThere) mkdirSync(directory, { recursive: true });
    const events: string[] = [];
    const log = { error: (event: string) => void events.push(event) };
    expect(await openDataDirectory(directory, log, { readRights, restrict })).toBe(false);
    expect(events).toEqual(['dataDirectory.notRestricted']);
  });

  it('is refused rather than restricted when it is a folder of something else', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, 'holiday.jpg'), '');
    await expect(open({ isOwn: true, access: 'readable' })).rejects.toThrow(directory);
  });

  it.skipIf(process.platform === 'win32')('is open to its owner only, whatever it was', async () => {
    await openDataDirectory(directory, silent);
    chmodSync(directory, 0o755);
    expect(await openDataDirectory(directory, silent)).toBe(true);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });
});
