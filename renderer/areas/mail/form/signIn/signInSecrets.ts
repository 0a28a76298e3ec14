import type { FormChange } from '../../../../../electron/contract/proof/finding.ts';
import { typedAgain } from '../../../../controls/secretForm.ts';
import { providerOf, type SignInForm } from './signInForm.ts';

/** The changes that ask for a secret. */
export type SecretChange = Extract<FormChange['change'], 'typePassword' | 'typeClientSecret'>;

/** Where a sign-in keeps its secrets, by path. */
const secretPaths = ['password', 'client.proof.secret', 'client.proof.key', 'client.grant.password'] as const;
export type SecretPath = (typeof secretPaths)[number];

/** The secret at `path` of a sign-in; null: that is none. */
export const secretPathAt = (path: string): SecretPath | null =>
  secretPaths.find((known) => known === path) ?? null;

/** The field of the secret that is signed in with now. `mode`: what counts, whatever was chosen for another kind of profile. */
export const secretInUse = (
  { client }: SignInForm,
  mode: SignInForm['mode'],
  change: SecretChange,
): SecretPath => {
  if (change === 'typePassword') return providerOf(mode) === null ? 'password' : 'client.grant.password';
  return client.proof.kind === 'certificate' ? 'client.proof.key' : 'client.proof.secret';
};

/** The sign-in with one of its secrets still to be typed. */
export const withSecretAgain = (form: SignInForm, path: SecretPath): SignInForm => {
  const { client } = form;
  const { proof, grant } = client;
  switch (path) {
    case 'password':
      return { ...form, password: typedAgain(form.password) };
    case 'client.proof.secret':
      return { ...form, client: { ...client, proof: { ...proof, secret: typedAgain(proof.secret) } } };
    case 'client.proof.key':
      return { ...form, client: { ...client, proof: { ...proof, key: typedAgain(proof.key) } } };
    case 'client.grant.password':
      return { ...form, client: { ...client, grant: { ...grant, password: typedAgain(grant.password) } } };
  }
};
