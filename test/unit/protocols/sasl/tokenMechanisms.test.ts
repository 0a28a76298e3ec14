import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startTokenExchange } from '../../../../electron/protocols/sasl/tokenMechanisms.ts';
import { readTokenRefusal } from '../../../../electron/protocols/sasl/tokenRefusal.ts';
import type { TokenSignIn } from '../../../../electron/protocols/sasl/signIn.ts';

const place = { host: 'server.example.com', port: 143 };
const messageOf = (mechanism: TokenSignIn['mechanism'], userName: string, accessToken: string) =>
  startTokenExchange({ mechanism, userName, accessToken }, place).initial?.toString();

describe('what is sent with a token', () => {
  it('over XOAUTH2 is what Google and Microsoft show', () => {
    const token = 'ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg';
    const message = messageOf('XOAUTH2', 'someuser@example.com', token) ?? '';
    expect(Buffer.from(message).toString('base64')).toBe(
      'dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==',
    );
  });

  it('over OAUTHBEARER is what RFC 7628, 4.1 shows', () => {
    expect(messageOf('OAUTHBEARER', 'user@example.com', 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==')).toBe(
      'n,a=user@example.com,\u0001host=server.example.com\u0001port=143\u0001auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\u0001\u0001',
    );
  });

  it('over OAUTHBEARER keeps a name that ends nothing', () => {
    expect(messageOf('OAUTHBEARER', 'a=b,c', 't')).toMatch(/^n,a=a=3Db=2Cc,\u0001/);
  });
});

describe('what a server says of a token', () => {
  it.each([
    [
      '{"status":"invalid_token","scope":"example_scope","openid-configuration":"https://x"}',
      { status: 'invalid_token', scope: 'example_scope', schemes: null },
    ],
    ['{"status":400,"schemes":["x"]}', { status: '400', schemes: null, scope: null }],
    ['no', { status: null, schemes: null, scope: null }],
    ['[]', { status: null, schemes: null, scope: null }],
    ['', { status: null, schemes: null, scope: null }],
  ])('%j', (words, expected) => {
    expect(readTokenRefusal(Buffer.from(words))).toEqual({ words, ...expected });
  });

  it('is read whatever it is, and answered once', () => {
    fc.assert(
      fc.property(fc.option(fc.uint8Array()), (bytes) => {
        const exchange = startTokenExchange({ mechanism: 'XOAUTH2', userName: 'a', accessToken: 't' }, place);
        expect(exchange.tokenRefusal).toBeNull();
        expect(exchange.respond(bytes && Buffer.from(bytes))).toEqual(Buffer.alloc(0));
        expect(exchange.tokenRefusal).not.toBeNull();
        expect(() => exchange.respond(null)).toThrow('asksForMore');
      }),
      { numRuns: 200 },
    );
  });
});
