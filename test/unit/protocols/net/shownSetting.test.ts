import { describe, expect, it } from 'vitest';
import { shownSetting } from '../../../../electron/protocols/net/shownSetting.ts';

describe('a setting for a proxy', () => {
  it.each([
    ['socks5://proxy:1080', 'P=socks5://proxy:1080'],
    ['https://anna:geheim@proxy:3129/x?y=z', 'P=https://proxy:3129'],
    ['socks5://anna:geheim@[2001:db8::1]:1080', 'P=socks5://[2001:db8::1]:1080'],
  ])('is shown without what is secret: %j', (text, expected) => {
    expect(shownSetting('P', text)).toBe(expected);
  });

  it.each([
    ['http://anna:geheim@wpad/p/wpad.dat?key=geheim#geheim', 'P=http://wpad/p/wpad.dat'],
    ['file://C:/proxy.pac', 'P=file:///C:/proxy.pac'],
    ['data:application/x-ns-proxy-autoconfig,geheim', 'P'],
  ])('is shown with the path of a script: %j', (text, expected) => {
    expect(shownSetting('P', text, { withPath: true })).toBe(expected);
  });

  it.each([
    ...[
      '',
      'proxy:99999',
      'anna:geheim@proxy:99999',
      'socks5://anna:1/geheim@proxy',
      'socks5:///anna:geheim@proxy',
    ],
    ...['https://anna?geheim@proxy', 'secure proxy'],
  ])('has only its name where the address cannot be read: %j', (text) => {
    expect(shownSetting('P', text, { withPath: true })).toBe('P');
  });
});
