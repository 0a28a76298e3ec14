import { describe, expect, it } from 'vitest';
import { newMailForm } from '../../../../../../../renderer/areas/mail/form/mailForm.ts';
import { isSecretId } from '../../../../../../../renderer/areas/mail/form/signIn/isSecretId.ts';
import {
  newSignIn,
  type SignInForm,
} from '../../../../../../../renderer/areas/mail/form/signIn/signInForm.ts';

const id = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';

const signIn = (mode: SignInForm['mode'], value: string): SignInForm => {
  const { client } = newSignIn;
  const secret = { ...client.proof.secret, secret: { action: 'set', value } } as const;
  return { ...newSignIn, mode, client: { ...client, proof: { ...client.proof, secret } } };
};

describe('a client secret', () => {
  it('that is a GUID looks like its ID', () => {
    const is = (form: SignInForm) => isSecretId({ ...newMailForm, authentication: form }, 'authentication');
    expect(is(signIn('microsoft', id))).toBe(true);
    expect(is(signIn('microsoft', 'Q~x8…'))).toBe(false);
    expect(is(signIn('google', id))).toBe(false);
  });
});
