import { describe, expect, it } from 'vitest';
import { passwordWriteSchema, userNameSchema } from '../../../electron/contract/mail/secret.ts';

const typed = (value: string) =>
  passwordWriteSchema.safeParse({ source: 'vault', secret: { action: 'set', value } }).success;

describe('a typed password', () => {
  it.each(['plain', 'quotes " and \' and \\', 'ünïcödé 密码 🔑', ' leading and trailing '])(
    'may be %j',
    (value) => {
      expect(typed(value)).toBe(true);
    },
  );

  it.each(['\0admin\0secret', 'half a pair \ud800'])('may not be %j', (value) => {
    expect(typed(value)).toBe(false);
  });
});

describe('a private key', () => {
  it('of 8,192 bits is short enough, and what is no secret any more is too long', () => {
    expect(typed('x'.repeat(16_384))).toBe(true);
    expect(typed('x'.repeat(16_385))).toBe(false);
  });
});

describe('a user name', () => {
  it.each(['bob\0admin', 'bob\r\nMAIL FROM:<a@b.example>'])('may not be %j', (value) => {
    expect(userNameSchema.safeParse({ source: 'value', value }).success).toBe(false);
  });
});
