import { expect, it } from 'vitest';
import { isOwnHost } from '../../../../electron/contract/mail/ownHost.ts';

it.each([
  ...['localhost', 'LOCALHOST.', 'mail.localhost', '127.0.0.1', '127.8.9.10', '127.1', '0.0.0.0'],
  ...['::1', '0:0:0:0:0:0:0:1', '::', '::ffff:127.0.0.1', '::ffff:7f08:90a', '::ffff:0.0.0.0'],
])('%s is this machine itself', (host) => {
  expect(isOwnHost(host)).toBe(true);
});

it.each([
  ...['', 'localhost.example', 'mylocalhost', '128.0.0.1', '1.127.0.0.1', '127.0.0.1.example', '10.0.0.1'],
  ...['::2', '::ffff:10.0.0.1', '2001:db8::1', 'fe80::1'],
])('%j is another one', (host) => {
  expect(isOwnHost(host)).toBe(false);
});
