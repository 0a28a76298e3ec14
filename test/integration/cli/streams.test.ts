import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandLine, runProgram, startProgram, temporaryFolder } from './program.ts';

const fullDisk = '/dev/full';
/** More than a pipe holds: when all of it is written, the program is reading. */
const someInput = ' '.repeat(900_000);

describe('the streams of the command line', () => {
  it.each([[['prove', 'mail', '--draft', '-']], [['call', 'mail.listProfiles', '--input', '-']]])(
    'Ctrl+C ends %j while it waits for input',
    async (args) => {
      const { child, ended, faults } = startProgram(args, { input: null });
      await new Promise((written) => child.stdin.write(someInput, written));
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(await faults).toBe('');
    },
  );

  it.skipIf(process.platform === 'win32').each([
    [['prove', 'mail', '--draft'], ''],
    [['prove', 'directory', '--draft'], ''],
    [['call', 'mail.listProfiles', '--input'], '@'],
  ])('waits in %j for no pipe that nobody writes to', async (args, mark) => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { child, ended, faults } = startProgram([...args, `${mark}${pipe}`, '--data-dir', folder]);
    onTestFinished(() => void child.kill('SIGKILL'));
    expect(await ended).toBe(2);
    expect(await faults).toContain(pipe);
  });

  it.skipIf(!existsSync(fullDisk))('says in one sentence that the result cannot be written', async () => {
    const child = spawn('sh', ['-c', `"$0" "$@" > ${fullDisk}`, process.execPath, commandLine, '--help']);
    const [faults] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(child.exitCode).toBe(70);
    expect(faults).toContain('ENOSPC');
    expect(faults).not.toMatch(/^\s+at /m);
  });

  it('writes what a terminal would obey as an escape', async () => {
    const draft = { name: 'x', kind: 'capture', from: { address: 'a@b.example' }, 'a\u001b[31m\u202eb': 1 };
    const { exitCode, faults } = await runProgram(['prove', 'mail', '--draft', '-'], {
      input: JSON.stringify(draft),
    });
    expect(exitCode).toBe(2);
    expect(faults).toContain(String.raw`a\u001b[31m\u202eb`);
    expect(faults).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });
});
