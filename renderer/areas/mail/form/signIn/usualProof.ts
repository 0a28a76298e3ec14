import { emptySecret, type SecretForm } from '../../../../controls/secretForm.ts';
import { type ClientForm, flowOf, isPrivate, providerOf, type SignInForm } from './signInForm.ts';

const isTyped = ({ source, name, secret, storedIn }: SecretForm): boolean =>
  source !== emptySecret.source || name !== '' || secret.value !== '' || storedIn !== null;

/** True while nobody has named a credential of the application. */
const isUntouched = ({ secret, key, certificate, expiresOn }: ClientForm['proof']): boolean =>
  !isTyped(secret) && !isTyped(key) && certificate === '' && expiresOn === '';

/**
 * True where Microsoft lets an application ask without a credential: by a device code, which sends none, and for a password
 * ("Allow public client flows"), and for the accounts of private people.
 */
const isPublic = (client: ClientForm): boolean => {
  const flow = flowOf(client);
  return flow === 'deviceCode' || flow === 'ropc' || (flow === 'authorizationCode' && isPrivate(client));
};

/** The credential of the application that fits its provider and flow: one that was typed, or can be meant, stays. */
export const proofAfter = ({
  mode,
  client,
}: Pick<SignInForm, 'mode' | 'client'>): ClientForm['proof']['kind'] => {
  const { kind } = client.proof;
  if (!isUntouched(client.proof)) return kind;
  if (providerOf(mode) === 'microsoft' && isPublic(client)) return 'none';
  const needsOne = mode === 'google' || flowOf(client) === 'clientCredentials';
  return kind === 'none' && needsOne ? 'secret' : kind;
};

/** True where the application must be registered with "Allow public client flows". */
export const needsPublicFlows = ({ mode, client }: Pick<SignInForm, 'mode' | 'client'>): boolean => {
  if (mode !== 'microsoft') return false;
  const flow = flowOf(client);
  return flow === 'deviceCode' || (flow === 'ropc' && client.proof.kind === 'none');
};
