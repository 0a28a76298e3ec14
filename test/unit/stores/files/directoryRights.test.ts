import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDirectoryRights } from '../../../../electron/stores/files/directoryRights.ts';

const folder = String.raw`C:\ProgramData\Relay Console`;
const anna = 'S-1-5-21-1004336348-1177238915-682003330-1001';

/** What Windows would answer; never run on Windows itself. */
const windows = (owner: string, flags: string) => {
  const started: { program: string; environment: NodeJS.ProcessEnv | undefined }[] = [];
  const run = async (program: string, _args: readonly string[], environment?: NodeJS.ProcessEnv) => {
    started.push({ program, environment });
    return program.endsWith('whoami.exe')
      ? `"konto\\anna","${anna}"\r\n`
      : `O:${owner}G:S-1-5-21-1-2-3-513D:${flags}(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)\r\n`;
  };
  const parts = { platform: 'win32', environment: { SystemRoot: String.raw`D:\Windows` }, run } as const;
  return { started, parts: { ...parts, userId: undefined } };
};

describe('a directory of Windows', () => {
  it.each(['BA', 'SY', 'LA', 'DA', 'EA', anna])('is our own when %s owns it', async (owner) => {
    const { parts } = windows(owner, 'PAI');
    expect(await readDirectoryRights(folder, parts)).toEqual({ isOwn: true, access: 'owner' });
  });

  it('is not when another user made it before us', async () => {
    const { parts } = windows(`${anna}1`, 'PAI');
    expect(await readDirectoryRights(folder, parts)).toMatchObject({ isOwn: false });
  });

  it.each(['', 'AI', 'AR'])('lets others write as long as it inherits rights: D:%s', async (flags) => {
    const { parts } = windows('BA', flags);
    expect(await readDirectoryRights(folder, parts)).toEqual({ isOwn: true, access: 'writable' });
  });

  it('is asked about without its name in a command, by the programs of the system', async () => {
    const { started, parts } = windows('BA', 'P');
    await readDirectoryRights(folder, parts);
    expect(started).toEqual([
      {
        program: String.raw`D:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`,
        environment: { SystemRoot: String.raw`D:\Windows`, RELAY_CONSOLE_FOLDER: folder },
      },
    ]);
  });

  it('is not trusted when Windows says something else', async () => {
    const { parts } = windows('BA', 'P');
    await expect(readDirectoryRights(folder, { ...parts, run: async () => '' })).rejects.toThrow(folder);
  });
});

describe.skipIf(process.platform === 'win32')('a directory of another system', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-rights-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each([
    [0o700, 'owner'],
    [0o750, 'readable'],
    [0o701, 'readable'],
    [0o770, 'writable'],
    [0o702, 'writable'],
  ] as const)('with mode %o lets in: %s', async (mode, access) => {
    chmodSync(directory, mode);
    expect(await readDirectoryRights(directory)).toEqual({ isOwn: true, access });
  });

  it.skipIf(process.getuid?.() !== 0)('is not our own when another user owns it', async () => {
    chownSync(directory, 54_321, 54_321);
    expect(await readDirectoryRights(directory)).toMatchObject({ isOwn: false });
  });
});
