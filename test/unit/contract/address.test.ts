import { describe, expect, it } from 'vitest';
import { emailAddressSchema, hostNameSchema } from '../../../electron/contract/mail/address.ts';

const takesHost = (host: string): boolean => hostNameSchema.safeParse(host).success;
const takesAddress = (address: string): boolean => emailAddressSchema.safeParse(address).success;

describe('a host', () => {
  it.each([
    'mail',
    'mail.corp.example',
    'mail.corp.example.',
    'MY_SERVER',
    'bücher.example',
    '10.0.0.1',
    'fe80::1',
  ])('is %s', (host) => expect(takesHost(host)).toBe(true));

  it.each(['', 'a b', 'mail:25', '-mail', 'mail-', 'a..b', 'https://mail', `${'a'.repeat(64)}.example`])(
    'is not %j',
    (host) => expect(takesHost(host)).toBe(false),
  );
});

describe('an e-mail address', () => {
  it.each(['anna@corp.example', 'Anna.O’Hara@corp.example'.replace('’', "'"), 'grüße@bücher.example'])(
    'is %s',
    (address) => expect(takesAddress(address)).toBe(true),
  );

  it.each([
    'anna',
    '@corp.example',
    'anna@',
    'anna@my_server',
    'anna@[::1]',
    'a b@corp.example',
    'anna@corp.example\nbcc',
  ])('is not %j', (address) => expect(takesAddress(address)).toBe(false));
});
