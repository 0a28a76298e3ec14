import fc from 'fast-check';
import { BerReader } from '../../../../electron/protocols/ldap/berReader.ts';
import { describe, expect, it } from 'vitest';
import { encodeInitialRequest } from '../../../../electron/protocols/kerberos/initialRequest.ts';

describe('a first question for a ticket', () => {
  it('has realm, name and nonce whatever they are', () => {
    const realms = fc.string({ maxLength: 255 });
    const nonces = fc.oneof(
      fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      fc.constantFrom(127, 128, 32_768, 2 ** 23),
    );
    fc.assert(
      fc.property(realms, fc.uuid(), nonces, (realm, client, nonce) => {
        const message = new BerReader(encodeInitialRequest({ realm, client, nonce }));
        const request = message.inside(0x6a).inside();
        expect([request.inside(0xa1).integer(), request.inside(0xa2).integer()]).toEqual([5, 10]);
        const body = request.inside(0xa4).inside();
        expect(body.inside(0xa0).bytes(0x03)).toHaveLength(5);
        const name = body.inside(0xa1).inside();
        expect(name.inside(0xa0).integer()).toBe(1);
        expect(name.inside(0xa1).inside().text(0x1b)).toBe(client);
        expect(body.inside(0xa2).text(0x1b)).toBe(realm);
        body.bytes(0xa3);
        body.bytes(0xa5);
        expect(body.inside(0xa7).integer()).toBe(nonce);
        body.bytes(0xa8);
        expect([message, request, body].every(({ isAtEnd }) => isAtEnd)).toBe(true);
      }),
    );
  });
});
