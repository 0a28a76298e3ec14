import { describe, expect, it } from 'vitest';
import type { SystemFiles } from '../../../../electron/protocols/kerberos/kerberosConfiguration.ts';
import {
  type MachineParts,
  readMachineJoin,
} from '../../../../electron/protocols/machine/readMachineJoin.ts';
import { runProgram, type RunProgram } from '../../../../electron/protocols/machine/runProgram.ts';
import { dsconfigadOutput, dsregcmdOutputs, realmOutputs } from './capturedOutputs.ts';

const writes =
  (output: string | Buffer, exitCode = 0): RunProgram =>
  async () => ({ exitCode, output: Buffer.from(output) });
const isMissing: RunProgram = () => Promise.reject(Object.assign(new Error('spawn'), { code: 'ENOENT' }));
/** Runs until its signal ends it, as a tool that hangs. */
const hangs: RunProgram = (_program, _args, signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('killed'))));

const holding = (texts: Record<string, string>): SystemFiles => ({
  readText: async (file) => texts[file] ?? null,
  list: async () => null,
  exists: async (file) => file in texts,
});

const join = (platform: NodeJS.Platform, run: RunProgram, parts: Partial<MachineParts> = {}) =>
  readMachineJoin(
    { platform, run, limitMs: 30_000, environment: {}, files: holding({}), ...parts },
    new AbortController().signal,
  );

describe('a Windows machine', () => {
  it.each([
    ['domain', true, 'CORP'],
    ['hybrid', true, 'HYBRIDADFS'],
    ['enterprise', true, 'CORP'],
    ['entra', false, null],
    ['workgroup', false, null],
    ['german', true, 'CORP'],
    ['french', true, 'CORP'],
  ] as const)('that is %s: joined %s', async (name, joined, domain) => {
    const expected = { known: true, joined, domain, source: 'dsregcmd' };
    expect(await join('win32', writes(dsregcmdOutputs[name]))).toMatchObject(expected);
  });

  it('shows the section of the device and nothing of the person', async () => {
    const found = await join('win32', writes(dsregcmdOutputs.hybrid));
    expect(found.known && found.deviceState).toEqual({
      AzureAdJoined: 'YES',
      EnterpriseJoined: 'NO',
      DomainJoined: 'YES',
      DomainName: 'HYBRIDADFS',
      'Virtual Desktop': 'NOT SET',
      'Device Name': 'SRV01.corp.example.test',
    });
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${dsregcmdOutputs.german}`, 'utf16le')],
    ['UTF-16 without it', Buffer.from(dsregcmdOutputs.german, 'utf16le')],
    ['an OEM code page', Buffer.from(dsregcmdOutputs.german, 'latin1')],
  ])('may write %s', async (_encoding, bytes) => {
    expect(await join('win32', writes(bytes))).toMatchObject({ joined: true, domain: 'CORP' });
  });

  it.each([
    ['an empty output', writes(''), 'emptyOutput'],
    ['an output of white space', writes('\r\n \r\n'), 'emptyOutput'],
    ['an output of something else', writes('Access is denied.'), 'unreadable'],
    ['an output cut off', writes(dsregcmdOutputs.domain.slice(0, 300)), 'unreadable'],
    ['a failure', writes('', 5), 'failed'],
    ['no such tool', isMissing, 'toolMissing'],
  ])('says so of %s', async (_case, run, reason) => {
    expect(await join('win32', run)).toMatchObject({ known: false, reason, source: 'dsregcmd' });
  });

  it('is given up after its time, and at once when it is called off', async () => {
    expect(await join('win32', hangs, { limitMs: 1 })).toMatchObject({ known: false, reason: 'timedOut' });
    const stop = new AbortController();
    const parts = { run: hangs, limitMs: 30_000, environment: {}, files: holding({}) };
    const asked = readMachineJoin({ ...parts, platform: 'win32' }, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(asked).rejects.toThrow('stopped');
  });

  it('is asked in its own folder, not in that of the caller', async () => {
    const programs: string[] = [];
    const run: RunProgram = async (program) => {
      programs.push(program);
      return { exitCode: 0, output: Buffer.from(dsregcmdOutputs.domain) };
    };
    await join('win32', run, { environment: { SystemRoot: String.raw`D:\Windows` } });
    expect(programs).toEqual([String.raw`D:\Windows\System32\dsregcmd.exe`]);
  });
});

describe('a Linux machine', () => {
  const configuration = { '/etc/krb5.conf': '[libdefaults]\n default_realm = CORP.EXAMPLE.TEST\n' };

  it.each([
    ['joined', true, 'realm'],
    ['second', true, 'realm'],
    ['discoveredOnly', false, 'krb5'],
  ] as const)('%s with realmd: %s', async (name, joined, source) => {
    const domain = joined ? 'corp.example.test' : null;
    expect(await join('linux', writes(realmOutputs[name]))).toMatchObject({ joined, domain, source });
  });

  it('is joined without realmd when it has a realm and a key', async () => {
    const both = holding({ ...configuration, '/etc/krb5.keytab': 'key' });
    expect(await join('linux', isMissing, { files: both })).toMatchObject({
      ...{ known: true, joined: true, domain: 'corp.example.test', source: 'krb5' },
    });
    expect(await join('linux', writes(''), { files: both })).toMatchObject({ joined: true });
  });

  it('is not joined with a realm alone', async () => {
    expect(await join('linux', isMissing, { files: holding(configuration) })).toMatchObject({
      ...{ joined: false, domain: null, deviceState: { default_realm: 'CORP.EXAMPLE.TEST' } },
    });
  });

  it('says that its configuration cannot be read', async () => {
    const denied = () => Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }));
    const files = { ...holding({}), readText: denied };
    expect(await join('linux', isMissing, { files })).toMatchObject({ known: false, words: 'EACCES' });
  });
});

describe('a Mac', () => {
  it.each([
    ['bound', dsconfigadOutput, { known: true, joined: true, domain: 'corp.example.test' }],
    ['not bound', '', { known: true, joined: false, domain: null }],
    ['that says something else', 'dsconfigad: no', { known: false, reason: 'unreadable' }],
  ])('%s', async (_case, output, expected) => {
    expect(await join('darwin', writes(output))).toMatchObject(expected);
  });
});

describe('running a program', () => {
  const { signal } = new AbortController();

  it('gives what it wrote and how it ended', async () => {
    const script = 'process.stdout.write(process.env.LC_ALL); process.exitCode = 3';
    const { exitCode, output } = await runProgram(process.execPath, ['--eval', script], signal);
    expect([exitCode, output.toString()]).toEqual([3, 'C']);
  });

  it('fails when there is no such program', async () => {
    await expect(runProgram('/no/such/program', [], signal)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('ends it when it is called off', async () => {
    const stop = new AbortController();
    const running = runProgram(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], stop.signal);
    stop.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
  });
});
