import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, runProgram, temporaryFolder } from './program.ts';

describe('call', () => {
  let folder = '';
  let remove = async (): Promise<void> => undefined;
  beforeAll(async () => ({ folder, remove } = await temporaryFolder()));
  afterAll(() => remove());

  const call = (args: readonly string[], input?: string | Uint8Array) =>
    runProgram(['call', ...args, '--data-dir', folder], input === undefined ? {} : { input });

  it('runs an operation without input', async () => {
    const { exitCode, output } = await call(['session.getSession', '--json']);
    expect(exitCode).toBe(0);
    expect(jsonLines(output)).toMatchObject([{ door: 'commandLine', dataDirectory: folder }]);
  });

  it('takes the input as an argument, from a file, and from standard input', async () => {
    const input = '{"search":"","offset":0,"limit":5}';
    const file = path.join(folder, 'input.json');
    await writeFile(file, input);
    const all = await Promise.all([
      call(['mailbox.listMessages', '--input', input]),
      call(['mailbox.listMessages', '--input', `@${file}`]),
      call(['mailbox.listMessages', '--input', '-'], input),
    ]);
    for (const { exitCode, output } of all) {
      expect(exitCode).toBe(0);
      expect(JSON.parse(output)).toMatchObject({ total: 0, messages: [] });
    }
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeff{"search":"","offset":0,"limit":5}', 'utf8')],
    ['UTF-16', Buffer.from('\ufeff{"search":"","offset":0,"limit":5}', 'utf16le')],
  ])('reads %s, as Windows PowerShell writes it', async (_encoding, input) => {
    const file = path.join(folder, 'powershell.json');
    await writeFile(file, input);
    const all = await Promise.all([
      call(['mailbox.listMessages', '--input', `@${file}`]),
      call(['mailbox.listMessages', '--input', '-'], input),
    ]);
    expect(all.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  });

  it('refuses input of any depth by its fields', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const { exitCode, faults } = await call(['mailbox.listMessages', '--input', '-'], deep);
    expect(exitCode).toBe(2);
    expect(faults).toContain('INVALID_INPUT');
  });

  it('refuses what is not JSON without quoting it', async () => {
    const { exitCode, faults } = await call(['security.addPassphrase', '--input', '-'], '{"p": hunter2');
    expect(exitCode).toBe(2);
    expect(faults).toContain('JSON');
    expect(faults).not.toContain('hunter2');
  });

  it.each([
    ['Latin-1', Buffer.from('{"search":"Gehüim","offset":0,"limit":5}', 'latin1')],
    ['UTF-16 without its mark', Buffer.from('{"search":"","offset":0,"limit":5}', 'utf16le')],
  ])('refuses %s, which would be read wrongly', async (_encoding, input) => {
    const file = path.join(folder, 'ansi.json');
    await writeFile(file, input);
    const all = await Promise.all([
      call(['mailbox.listMessages', '--input', `@${file}`]),
      call(['mailbox.listMessages', '--input', '-'], input),
    ]);
    for (const { exitCode, faults } of all) {
      expect(exitCode).toBe(2);
      expect(faults).toContain('UTF-8');
    }
  });

  it('reads no more than a call may hold', async () => {
    const { exitCode, faults } = await call(['mailbox.listMessages', '--input', '-'], ' '.repeat(2_000_000));
    expect(exitCode).toBe(2);
    expect(faults).toContain('1 MiB');
  });

  it('names each field that cannot be used', async () => {
    const { exitCode, faults } = await call(['mailbox.listMessages', '--input', '{"search":"","offset":-1}']);
    expect(exitCode).toBe(2);
    expect(faults).toContain('INVALID_INPUT');
    expect(faults).toContain('offset');
    expect(faults).toContain('limit');
  });

  it.each(['mail.frobnicate', 'constructor', 'mail.__proto__', 'mail.listProfiles.handler'])(
    'knows no operation %s',
    async (operation) => {
      const { exitCode, faults } = await call([operation]);
      expect(exitCode).toBe(2);
      expect(faults).toContain('UNKNOWN_OPERATION');
    },
  );

  it('lists every operation in its help', async () => {
    const { exitCode, output } = await call(['--help']);
    expect(exitCode).toBe(0);
    expect(output).toContain('\n  mail.listProfiles\n');
    expect(output).toContain('\n  security.startNewVault\n');
  });

  it('names the operation that was meant', async () => {
    const { exitCode, faults } = await call(['mail.listProfile']);
    expect(exitCode).toBe(2);
    expect(faults).toContain('mail.listProfiles?');
  });

  it('refuses a secret in the arguments, where others could read it', async () => {
    const { exitCode, faults } = await call([
      'security.addPassphrase',
      '--input',
      '{"passphrase":"correct horse battery staple"}',
    ]);
    expect(exitCode).toBe(2);
    expect(faults).not.toContain('correct horse');
  });
});
