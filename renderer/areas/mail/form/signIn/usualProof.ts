import { emptySecret, type SecretForm } from '../../../../controls/secretForm.ts';
import { type ClientForm, flowOf, isPrivate, providerOf, type SignInForm } from './signInForm.ts';

/** What a credential rests on. */
type Chosen = Pick<SignInForm, 'mode' | 'client'>;

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
export const proofAfter = ({ mode, client }: Chosen): ClientForm['proof']['kind'] => {
  const { kind } = client.proof;
  if (!isUntouched(client.proof)) return kind;
  if (providerOf(mode) === 'microsoft' && isPublic(client)) return 'none';
  const needsOne = mode === 'google' || flowOf(client) === 'clientCredentials';
  return kind === 'none' && needsOne ? 'secret' : kind;
};

/** True where the application must be registered with "Allow public client flows". */
export const needsPublicFlows = ({ mode, client }: Chosen): boolean => {
  const flow = flowOf(client);
  return mode === 'microsoft' && client.proof.kind === 'none' && (flow === 'deviceCode' || flow === 'ropc');
};

/** True where a credential was chosen that is not sent: Microsoft is asked for a device code without one. */
export const isProofUnused = ({ mode, client }: Chosen): boolean =>
  mode === 'microsoft' && client.proof.kind !== 'none' && flowOf(client) === 'deviceCode';
