import { describe, expect, it } from 'vitest';
import { type MailForm, newMailForm } from '../../../../../../../renderer/areas/mail/form/mailForm.ts';
import {
  isSecretId,
  wrongApplicationIds,
} from '../../../../../../../renderer/areas/mail/form/signIn/microsoftIds.ts';
import {
  newSignIn,
  type SignInForm,
} from '../../../../../../../renderer/areas/mail/form/signIn/signInForm.ts';

const id = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';

const signIn = (mode: SignInForm['mode'], clientId: string, secret = ''): SignInForm => {
  const { client } = newSignIn;
  const proof = {
    ...client.proof,
    secret: { ...client.proof.secret, secret: { action: 'set', value: secret } },
  };
  return {
    ...newSignIn,
    mode,
    client: {
      ...client,
      clientId: { source: 'value', value: clientId, name: '' },
      proof,
    } as SignInForm['client'],
  };
};
const paths = (form: Partial<MailForm>) =>
  wrongApplicationIds({ ...newMailForm, ...form }).map(({ path }) => path.join('.'));

describe('the ID of an application of Microsoft', () => {
  it.each([
    ['abc', ['authentication.client.clientId.value']],
    [` ${id.toUpperCase()} `, []],
    ['', []],
  ])('is a GUID: %j', (text, wrong) => {
    expect(paths({ authentication: signIn('microsoft', text) })).toEqual(wrong);
    expect(paths({ kind: 'microsoft365', authentication: signIn('password', text) })).toEqual(wrong);
  });

  it('may look otherwise at other providers, and where nothing is signed in with it', () => {
    expect(paths({ authentication: signIn('google', 'abc') })).toEqual([]);
    const arrival = { ...newMailForm.arrival, authentication: signIn('microsoft', 'abc') };
    expect(paths({ arrival })).toEqual([]);
    expect(paths({ arrival: { ...arrival, protocol: 'imap' } })).toHaveLength(1);
  });
});

describe('a client secret', () => {
  it('that is a GUID looks like its ID', () => {
    const is = (form: SignInForm) => isSecretId({ ...newMailForm, authentication: form }, 'authentication');
    expect(is(signIn('microsoft', id, id))).toBe(true);
    expect(is(signIn('microsoft', id, 'Q~x8…'))).toBe(false);
    expect(is(signIn('google', id, id))).toBe(false);
  });
});
