import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCredentialMask } from '../../../../../electron/services/mail/proof/credentialMask.ts';
import { signIn, smtpValues } from '../../../../integration/mail/proofLab.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const maskFor = (secret: string) =>
  createCredentialMask(smtpValues({ authentication: signIn('alice', secret) }));

describe('what a server repeats of a sign-in', () => {
  it.each(['x', 'no', 'a.b', 'p+w', 'a-long-one', 'ünïcode', '  '])('with the password %j', (secret) => {
    const { mask } = maskFor(secret);
    const plain = base64(`\0alice\0${secret}`);
    for (const form of [secret, base64(secret), base64(secret).replace(/=+$/, ''), plain]) {
      expect(mask(`535 5.7.8 wrong "${form}"`)).toBe('535 5.7.8 wrong "[secret]"');
    }
    expect(mask('alice not known')).toBe('alice not known');
  });

  it('with any short password', () => {
    const secrets = fc.string({ minLength: 1, maxLength: 3, unit: 'binary' });
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(maskFor(secret).mask(`535 5.7.8 ${base64(secret)}`)).toBe('535 5.7.8 [secret]');
      }),
    );
  });

  it('leaves words alone that only contain a short password', () => {
    expect(maskFor('us').mask('550 no such user: bus')).toBe('550 no such user: bus');
  });

  it('has no digest of the password, but the user name', () => {
    const { mask, hide } = maskFor('secret-word');
    hide(base64('alice 0123456789abcdef'));
    hide(base64('alice'));
    expect(mask(`got ${base64('alice 0123456789abcdef')}, alice 0123456789abcdef`)).toBe(
      'got [secret], [secret]',
    );
    expect(mask('alice')).toBe('alice');
  });
});
