import { plainMessage } from '../../../protocols/sasl/passwordMechanisms.ts';
import { createSecretMask, type SecretMask, type SentCredential } from '../../proof/secretMask.ts';
import {
  accountOf,
  type ResolvedProfile,
  type ResolvedSignIn,
  signInsOf,
  withSecrets,
} from '../resolvedProfile.ts';

const credentialsOf = (signIn: ResolvedSignIn): SentCredential[] => {
  const userName = accountOf(signIn);
  if (signIn.mode === 'password')
    return [{ userName, password: signIn.password, messages: [plainMessage(signIn)] }];
  const found: SentCredential[] = [];
  withSecrets(signIn, (password) => {
    found.push({ userName, password });
    return password;
  });
  return found;
};

/** Hides the secrets of a profile in what a server repeats, also as a mechanism of SMTP sends them. */
export const createCredentialMask = (values: ResolvedProfile): SecretMask =>
  createSecretMask(signInsOf(values).flatMap(credentialsOf));
