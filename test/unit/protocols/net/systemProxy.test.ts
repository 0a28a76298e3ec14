import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InternetSettings } from '../../../../electron/protocols/machine/readInternetSettings.ts';
import { systemProxy } from '../../../../electron/protocols/net/systemProxy.ts';

const cloud = new URL('https://login.example.test/token');
const proxy = (host: string, port: number) => ({ host, port, credential: null });

const withDomain = { ...proxy('proxy', 8080), credential: { userName: 'CORP\\svc', password: 'p' } };

const windows = (settings: Partial<InternetSettings>): InternetSettings => ({
  ...{ isProxyEnabled: true, proxyServer: 'win:8080', proxyOverride: '', autoConfigUrl: '' },
  ...settings,
});

describe('the proxy of the environment', () => {
  it.each([
    ['http://proxy.example.test:3128', proxy('proxy.example.test', 3128)],
    ['proxy:3128', proxy('proxy', 3128)],
    ['http://proxy', proxy('proxy', 80)],
    ['http://[2001:db8::1]:3128/', proxy('2001:db8::1', 3128)],
    [
      'http://svc:p%40ss@proxy:1',
      { ...proxy('proxy', 1), credential: { userName: 'svc', password: 'p@ss' } },
    ],
    ['http://CORP\\svc:p@proxy:8080', withDomain],
    ['CORP\\svc:p@proxy:8080', withDomain],
    ['http://svc:50%@proxy:1', { ...proxy('proxy', 1), credential: { userName: 'svc', password: '50%' } }],
  ])('is read from %j', (text, expected) => {
    expect(systemProxy({ HTTPS_PROXY: text }, null).proxyFor(cloud)).toEqual(expected);
    expect(systemProxy({ https_proxy: text, HTTPS_PROXY: 'other:1' }, null).proxyFor(cloud)).toEqual(
      expected,
    );
  });

  it.each([
    'socks5://proxy:1080',
    'https://proxy:443',
    'http://',
    'proxy:99999',
    'a b',
    'http://CORP\\svc:p/w@proxy:8080',
  ])('is named as unusable where it is %j', (text) => {
    const { proxyFor, ignoredFor } = systemProxy({ HTTPS_PROXY: text }, null);
    expect(proxyFor(cloud)).toBeNull();
    expect(ignoredFor(cloud)).toEqual([expect.stringMatching(/^HTTPS_PROXY\b(?!.*svc)/)]);
  });

  it('never throws, whatever is written there', () => {
    const anything = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'%:@/[]*.0aE4,;= ') }));
    fc.assert(
      fc.property(anything, anything, (first, second) => {
        const environment = { HTTPS_PROXY: `http://${first}`, HTTP_PROXY: second, NO_PROXY: second };
        const settings = windows({ proxyServer: first, proxyOverride: second });
        systemProxy(environment, settings).proxyFor(cloud);
        systemProxy({}, settings).proxyFor(cloud);
      }),
    );
  });

  it('goes by the scheme, and never to this machine itself', () => {
    const { proxyFor } = systemProxy({ HTTPS_PROXY: 'secure:1', HTTP_PROXY: 'clear:2' }, null);
    expect(proxyFor(new URL('http://crl.example.test/'))).toEqual(proxy('clear', 2));
    for (const own of [
      ...['http://localhost/', 'https://127.0.0.1:8443/', 'https://[::1]/'],
      ...['https://0.0.0.0/', 'https://[::]/', 'https://[::ffff:0.0.0.0]/', 'https://[::ffff:127.0.0.1]/'],
    ])
      expect(proxyFor(new URL(own))).toBeNull();
  });

  it.each([
    ['*', true],
    ['example.test', true],
    ['.example.test', true],
    ['*.EXAMPLE.test', true],
    ['a.test, login.example.test', true],
    ['login.example.test:443', true],
    ['login.example.test:8443', false],
    ['ogin.example.test', false],
    ['login.example.test.other', false],
    ['10.0.0.0/8', false],
    ['', false],
  ])('is left out for NO_PROXY=%j: %s', (noProxy, isLeftOut) => {
    const { proxyFor } = systemProxy({ HTTPS_PROXY: 'proxy:1', NO_PROXY: noProxy }, null);
    expect(proxyFor(cloud) === null).toBe(isLeftOut);
  });

  it.each([
    ['https://10.1.2.3/', '10.0.0.0/8', true],
    ['https://11.1.2.3/', '10.0.0.0/8', false],
    ['https://10.1.2.3/', '10.0.0.0/99', false],
    ['https://10.1.2.3/', '2.3', false],
    ['https://[2001:db8::5]/', '2001:db8::/32', true],
    ['https://[2001:db8::5]/', '2001:db8::5', true],
    ['https://[2001:db8::5]:8443/', '[2001:db8::5]:8443', true],
  ])('is left out for %s by NO_PROXY=%j: %s', (url, noProxy, isLeftOut) => {
    const { proxyFor } = systemProxy({ HTTPS_PROXY: 'proxy:1', NO_PROXY: noProxy }, null);
    expect(proxyFor(new URL(url)) === null).toBe(isLeftOut);
  });
});

describe('the proxy of Windows', () => {
  it.each([
    ['win:8080', proxy('win', 8080)],
    ['http://win:8080', proxy('win', 8080)],
    ['http=clear:80;https=secure:443', proxy('secure', 443)],
    ['http=clear:80 other:81', proxy('other', 81)],
    ['http=clear:80;socks=s:1080', null],
    ['', null],
  ])('is read from ProxyServer %j', (proxyServer, expected) => {
    expect(systemProxy({}, windows({ proxyServer })).proxyFor(cloud)).toEqual(expected);
  });

  it('counts only where it is switched on, and behind the environment', () => {
    expect(systemProxy({}, windows({ isProxyEnabled: false })).proxyFor(cloud)).toBeNull();
    expect(systemProxy({ HTTPS_PROXY: 'own:1' }, windows({})).proxyFor(cloud)).toEqual(proxy('own', 1));
  });

  it.each([
    ['*.example.test', cloud.href, true],
    ['login.*;x', cloud.href, true],
    ['https://login.example.test', cloud.href, true],
    ['http://login.example.test', cloud.href, false],
    ['login.example.test:443', cloud.href, true],
    ['10.*', 'https://10.1.2.3/', true],
    ['*login*test*', cloud.href, true],
    ['log*gin.example.test', cloud.href, false],
    ['login.*.*.test', cloud.href, false],
    ['**.test', cloud.href, true],
    ['login.example.test*t', cloud.href, false],
    [`${'*e'.repeat(60)}b`, `https://${'e'.repeat(60)}.test/`, false],
    ['<local>', 'https://exchange/', true],
    ['<local>', cloud.href, false],
    ['example.test', cloud.href, false],
  ])('is left out by ProxyOverride %j for %s: %s', (proxyOverride, url, isLeftOut) => {
    const { proxyFor } = systemProxy({}, windows({ proxyOverride }));
    expect(proxyFor(new URL(url)) === null).toBe(isLeftOut);
  });
});

describe('a setting that is not followed', () => {
  const script = { autoConfigUrl: 'http://wpad/wpad.dat', isProxyEnabled: false };
  const named = 'AutoConfigURL=http://wpad/wpad.dat';

  it.each([
    ['a script that chooses', {}, windows(script), [named]],
    ['a kind that is not spoken', { HTTPS_PROXY: 'socks5://s:1080' }, null, ['HTTPS_PROXY=socks5://s:1080']],
    ['of Windows', {}, windows({ proxyServer: 'socks=s:1080' }), ['ProxyServer=socks://s:1080']],
    ['both', { HTTPS_PROXY: 'https://s' }, windows(script), ['HTTPS_PROXY=https://s', named]],
    ['of another scheme', { HTTP_PROXY: 'https://s' }, null, []],
    ['none', {}, windows({ isProxyEnabled: false }), []],
  ])('is told: %s', (_, environment, settings, expected) => {
    const { proxyFor, ignoredFor } = systemProxy(environment, settings);
    expect(proxyFor(cloud)).toBeNull();
    expect(ignoredFor(cloud)).toEqual(expected);
  });

  it.each([
    ['another one is used', { HTTPS_PROXY: 'own:1' }, cloud.href],
    ['another one leaves the server out', { HTTPS_PROXY: 'own:1', NO_PROXY: '*' }, cloud.href],
    ['the server is this machine', {}, 'https://localhost/'],
  ])('is not told where %s', (_, environment, url) => {
    expect(systemProxy(environment, windows(script)).ignoredFor(new URL(url))).toEqual([]);
  });

  it('is not told where it leaves the server out itself', () => {
    const { ignoredFor } = systemProxy({ HTTPS_PROXY: 'socks5://s', NO_PROXY: 'example.test' }, null);
    expect(ignoredFor(cloud)).toEqual([]);
  });
});
