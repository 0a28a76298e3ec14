import type { z } from 'zod';
import { refuseField } from '../../../contract/failures.ts';
import type { SignIn } from '../../../contract/mail/mapSecrets.ts';
import type { OAuthClient } from '../../../contract/oauth/mapClient.ts';
import { clientIdSchema, tenantIdSchema } from '../../../contract/oauth/oauthClient.ts';
import { isKeyOf, shownCertificate } from '../../oauth/applicationCertificate.ts';
import type { ResolvedClient, ResolvedClientProof, ResolvedPlace } from '../../oauth/resolvedClient.ts';
import { type ReadSecret, requirePassword, secretField } from '../../secrets/secretReading.ts';
import type { PlacedField } from '../../secrets/storedSecret.ts';
import type { ResolvedSignIn, ResolvedTokenSignIn } from '../resolvedProfile.ts';

/** How the fields and the two secrets of one way to sign in are read; `path`: where it lies in the values. */
export type SignInReading = {
  path: string[];
  /** @param schema of what is typed there: an account's name where nothing is said. */
  field: (placed: PlacedField, schema?: z.ZodType<string>) => string;
  secret: (name: 'password' | 'clientSecret') => Promise<ReadSecret>;
};

type ClientProof = OAuthClient<unknown>['proof'];

const resolvePlace = (place: OAuthClient<unknown>['place'], { path, field }: SignInReading): ResolvedPlace =>
  place.provider === 'microsoft'
    ? {
        ...place,
        tenantId: field({ field: place.tenantId, path: [...path, 'place', 'tenantId'] }, tenantIdSchema),
      }
    : place;

/** INVALID_INPUT `privateKeyOther` at the field of the key. */
const withKey = async (
  proof: Extract<ClientProof, { kind: 'certificate' }>,
  { path, secret }: SignInReading,
): Promise<ResolvedClientProof> => {
  const read = await secret('clientSecret');
  const certificate = shownCertificate(proof.certificate);
  if (!isKeyOf(certificate, read.password))
    throw refuseField(secretField(read, [...path, 'proof', 'secret']), 'privateKeyOther');
  return { ...proof, certificate, secret: read.password };
};

const resolveProof = async (proof: ClientProof, reading: SignInReading): Promise<ResolvedClientProof> => {
  if (proof.kind === 'none') return proof;
  if (proof.kind === 'certificate') return withKey(proof, reading);
  const { path, secret } = reading;
  const { password } = requirePassword(await secret('clientSecret'), [...path, 'proof', 'secret']);
  return { ...proof, secret: password };
};

const resolveClient = async (
  { place, clientId, proof, grant }: OAuthClient<unknown>,
  reading: SignInReading,
): Promise<ResolvedClient> => {
  const { path, field, secret } = reading;
  return {
    place: resolvePlace(place, reading),
    clientId: field({ field: clientId, path: [...path, 'clientId'] }, clientIdSchema),
    proof: await resolveProof(proof, reading),
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

/** A way to sign in with every reference replaced. Failures as `createSecretReading` has them, and `privateKeyOther`. */
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
