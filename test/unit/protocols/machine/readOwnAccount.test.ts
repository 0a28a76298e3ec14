import { describe, expect, it } from 'vitest';
import {
  domainAccountIn,
  principalIn,
  readOwnAccount,
} from '../../../../electron/protocols/machine/readOwnAccount.ts';

const signal = new AbortController().signal;
const parts = { platform: 'linux', machineName: 'SRV-1', limitMs: 1_000, environment: {} } as const;

describe('the account that this process runs as', () => {
  it.each([
    ['corp\\anna\r\n', 'CORP\\anna'],
    ['corp\\svc console\r\n', 'CORP\\svc console'],
    ['srv-1\\administrator\r\n', null],
    ['nt authority\\system\r\n', null],
    ['', null],
  ])('is read of Windows: %j', (text, account) => {
    expect(domainAccountIn(text, 'SRV-1')).toBe(account);
  });

  it.each([
    [
      'Ticket cache: FILE:/tmp/krb5cc_0\nDefault principal: alice@CORP.EXAMPLE.TEST\n\nValid starting',
      'alice@CORP.EXAMPLE.TEST',
    ],
    ['Credentials cache: API:1\n        Principal: alice@CORP.EXAMPLE.TEST\n\n', 'alice@CORP.EXAMPLE.TEST'],
    ['klist: No credentials cache found', null],
  ])('is read of MIT and Heimdal: %j', (text, account) => {
    expect(principalIn(text)).toBe(account);
  });

  it('is asked of the program of Windows itself, whatever lies in the current folder', async () => {
    const asked: string[] = [];
    const run = async (program: string) => {
      asked.push(program);
      return { exitCode: 0, output: Buffer.from('corp\\anna') };
    };
    const windows = { ...parts, run, platform: 'win32', environment: { SystemRoot: 'D:\\WinNT' } } as const;
    expect(await readOwnAccount(windows, signal)).toBe('CORP\\anna');
    expect(asked).toEqual(['D:\\WinNT\\System32\\whoami.exe']);
  });

  it('is nobody of a domain where the tool is missing or fails', async () => {
    const missing = async (): Promise<never> => {
      throw Object.assign(new Error('spawn klist ENOENT'), { code: 'ENOENT' });
    };
    expect(await readOwnAccount({ ...parts, run: missing }, signal)).toBeNull();
    const failing = async () => ({ exitCode: 1, output: Buffer.from('Default principal: a@B') });
    expect(await readOwnAccount({ ...parts, run: failing }, signal)).toBeNull();
  });
});
