import { plainMessage } from '../../../protocols/sasl/passwordMechanisms.ts';
import { createSecretMask, type SecretMask } from '../../proof/secretMask.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';

const credentialsOf = (values: ResolvedProfile) => {
  if (values.kind !== 'smtp') return [];
  const { authentication, arrival } = values;
  return [authentication.mode === 'password' ? authentication : null, arrival].filter((one) => one !== null);
};

/** Hides the passwords of a profile in what a server repeats, also as a mechanism of SMTP sends them. */
export const createCredentialMask = (values: ResolvedProfile): SecretMask =>
  createSecretMask(
    credentialsOf(values).map((credential) => ({ ...credential, messages: [plainMessage(credential)] })),
  );
