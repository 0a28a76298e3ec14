import type { SignIn } from '../../../contract/mail/mapSecrets.ts';
import type { OAuthClient } from '../../../contract/oauth/mapClient.ts';
import type { ResolvedClient, ResolvedPlace } from '../../oauth/resolvedClient.ts';
import { type ReadSecret, requirePassword } from '../../secrets/secretReading.ts';
import type { PlacedField } from '../../secrets/storedSecret.ts';
import type { ResolvedSignIn, ResolvedTokenSignIn } from '../resolvedProfile.ts';

/** How the fields and the two secrets of one way to sign in are read; `path`: where it lies in the values. */
export type SignInReading = {
  path: string[];
  field: (placed: PlacedField) => string;
  secret: (name: 'password' | 'clientSecret') => Promise<ReadSecret>;
};

const resolvePlace = (place: OAuthClient<unknown>['place'], { path, field }: SignInReading): ResolvedPlace =>
  place.provider === 'microsoft'
    ? { ...place, tenantId: field({ field: place.tenantId, path: [...path, 'place', 'tenantId'] }) }
    : place;

const resolveClient = async (
  { place, clientId, proof, grant }: OAuthClient<unknown>,
  reading: SignInReading,
): Promise<ResolvedClient> => {
  const { path, field, secret } = reading;
  const ownSecret = async (): Promise<string> => {
    const read = await secret('clientSecret');
    // The key of a certificate has many lines.
    return (proof.kind === 'secret' ? requirePassword(read, [...path, 'proof', 'secret']) : read).password;
  };
  return {
    place: resolvePlace(place, reading),
    clientId: field({ field: clientId, path: [...path, 'clientId'] }),
    proof: proof.kind === 'none' ? proof : { ...proof, secret: await ownSecret() },
    grant:
      grant.flow === 'ropc'
        ? {
            flow: grant.flow,
            userName: field({ field: grant.userName, path: [...path, 'grant', 'userName'] }),
            password: requirePassword(await secret('password'), [...path, 'grant', 'password']).password,
          }
        : grant,
  };
};

export const resolveTokenSignIn = async (
  { userName, client, ...signIn }: Extract<SignIn<unknown>, { mode: 'oauth2' }>,
  reading: SignInReading,
): Promise<ResolvedTokenSignIn> => ({
  ...signIn,
  userName: reading.field({ field: userName, path: [...reading.path, 'userName'] }),
  client: await resolveClient(client, { ...reading, path: [...reading.path, 'client'] }),
});

/** A way to sign in with every reference replaced. Failures as `createSecretReading` has them. */
export const resolveSignIn = async (
  signIn: SignIn<unknown>,
  reading: SignInReading,
): Promise<ResolvedSignIn> => {
  if (signIn.mode === 'kerberos') return signIn;
  if (signIn.mode === 'oauth2') return resolveTokenSignIn(signIn, reading);
  const { path, field, secret } = reading;
  return {
    ...signIn,
    ...requirePassword(await secret('password'), [...path, 'password']),
    userName: field({ field: signIn.userName, path: [...path, 'userName'] }),
  };
};
