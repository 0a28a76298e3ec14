import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegularFile } from '../../../../electron/hosts/cli/openRegularFile.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'relay-regular-'));
  writeFileSync(path.join(folder, 'file'), 'content');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that a draft names', () => {
  it('is opened', async () => {
    await using handle = await openRegularFile(path.join(folder, 'file'));
    expect(await handle.readFile('utf8')).toBe('content');
  });

  it.each([
    ['missing', 'ENOENT'],
    ['.', 'EISDIR'],
  ])('is not opened: %s', async (name, code) => {
    await expect(openRegularFile(path.join(folder, name))).rejects.toMatchObject({ code });
  });
});

describe.runIf(process.platform === 'linux')('what is no file on Linux', () => {
  it('is not waited for where it is a pipe that nobody writes to', async () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(openRegularFile(pipe)).rejects.toMatchObject({ code: 'EINVAL' });
  });

  it('is not read where it is a device', async () => {
    await expect(openRegularFile('/dev/zero')).rejects.toMatchObject({ code: 'EINVAL' });
  });
});
