import { describe, expect, it } from 'vitest';
import { readInternetSettings } from '../../../../electron/protocols/machine/readInternetSettings.ts';

const signal = new AbortController().signal;

const written = [
  '',
  String.raw`HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings`,
  '    IE5_UA_Backup_Flag    REG_SZ    5.0',
  '    ZonesSecurityUpgrade    REG_BINARY    8BAF6D9A3C11DA01',
  '    ProxyEnable    REG_DWORD    0x1',
  '    ProxyServer    REG_SZ    http=proxy:80;https=proxy:443',
  '    ProxyOverride    REG_SZ    *.corp.example.test;<local>',
  '    AutoConfigURL    REG_SZ    http://wpad.corp.example.test/wpad.dat',
  '',
  String.raw`HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections`,
  '',
].join('\r\n');

const answering = (output: string, exitCode = 0) => {
  const asked: string[][] = [];
  const run = async (program: string, args: readonly string[]) => {
    asked.push([program, ...args]);
    return { exitCode, output: Buffer.from(output) };
  };
  return { asked, parts: { run, limitMs: 1_000, environment: { SystemRoot: 'D:\\WinNT' } } };
};

describe('the proxy settings of Windows', () => {
  it('are read from the registry of the account', async () => {
    const { asked, parts } = answering(written);
    expect(await readInternetSettings(parts, signal)).toEqual({
      known: true,
      settings: {
        ...{ isProxyEnabled: true, proxyServer: 'http=proxy:80;https=proxy:443' },
        proxyOverride: '*.corp.example.test;<local>',
        autoConfigUrl: 'http://wpad.corp.example.test/wpad.dat',
      },
    });
    expect(asked[0]?.slice(0, 2)).toEqual(['D:\\WinNT\\System32\\reg.exe', 'query']);
  });

  it('are empty where nothing is set', async () => {
    const { parts } = answering('    ProxyEnable    REG_DWORD    0x0\r\n');
    expect(await readInternetSettings(parts, signal)).toEqual({
      known: true,
      settings: { isProxyEnabled: false, proxyServer: '', proxyOverride: '', autoConfigUrl: '' },
    });
  });

  it('are unknown where the key cannot be read', async () => {
    const { parts } = answering('ERROR: Access is denied.', 1);
    expect(await readInternetSettings(parts, signal)).toMatchObject({ known: false, reason: 'failed' });
  });
});
