import { dayMs } from '../../contract/dayMs.ts';
import type { WatchedSecretKind } from '../../contract/watch/watch.ts';
import type { OAuthClient } from '../../contract/oauth/mapClient.ts';
import { certificatesIn } from '../../protocols/tls/readCertificate.ts';
import type { Settings, StoredPassword, StoredValues } from '../../stores/settings/settingsSchema.ts';
import type { LastSignInUse } from '../mail/profileTokens.ts';
import { type SignInPlace, signInPlaces } from '../mail/profiles/signInPlace.ts';
import { providerOfHost } from '../../contract/mail/providerOfHost.ts';
import type { WatchedSignIn } from './observation.ts';

/** When the sign-in of a person was last renewed. */
export type LastUse = (profileId: string, part: WatchedSignIn['part']) => Promise<LastSignInUse>;

type Secret = Pick<WatchedSignIn, 'kind' | 'secretId' | 'expiresAt' | 'lastUsedAt' | 'isReadable'>;

const never = { expiresAt: null, lastUsedAt: null, isReadable: true };

const passwordKind = (host: string): WatchedSecretKind =>
  ['google', 'yahoo', 'icloud'].includes(providerOfHost(host)) ? 'appPassword' : 'password';

/** A new password is a new record, so that its age is known; of what lies elsewhere nobody can tell when it changed. */
const recordOf = (password: StoredPassword): string | null =>
  password.source === 'vault' ? password.record : null;

const ofPassword = (kind: WatchedSecretKind, password: StoredPassword): Secret[] => {
  const secretId = recordOf(password);
  return secretId === null ? [] : [{ kind, secretId, ...never }];
};

/** What a person read of a secret counts to the end of that day; a certificate tells by itself. */
const ofProof = ({ proof }: OAuthClient<StoredPassword>): Secret[] => {
  if (proof.kind === 'secret') {
    const expiresAt = proof.expiresOn === null ? null : Date.parse(proof.expiresOn) + dayMs - 1;
    return expiresAt === null
      ? []
      : [{ ...never, kind: 'clientSecret', secretId: recordOf(proof.secret), expiresAt }];
  }
  if (proof.kind === 'none') return [];
  const [certificate] = certificatesIn(proof.certificate);
  if (!certificate) return [];
  const { fingerprint: secretId, validTo } = certificate;
  return [{ ...never, kind: 'clientCertificate', secretId, expiresAt: Date.parse(validTo) }];
};

const secretsOf = async (
  { signIn, server }: SignInPlace<StoredPassword>,
  lastUse: () => Promise<LastSignInUse>,
): Promise<Secret[]> => {
  if (signIn.mode === 'kerberos') return [];
  if (signIn.mode !== 'oauth2') return ofPassword(passwordKind(server.host), signIn.password);
  const { client } = signIn;
  const { grant } = client;
  const proof = ofProof(client);
  if (grant.flow === 'clientCredentials') return proof;
  if (grant.flow === 'ropc') return [...proof, ...ofPassword('password', grant.password)];
  const lastUsedAt = await lastUse();
  if (lastUsedAt === null) return proof;
  const token = { ...never, kind: 'refreshToken', secretId: null } as const;
  return [...proof, lastUsedAt === 'unreadable' ? { ...token, isReadable: false } : { ...token, lastUsedAt }];
};

type Found = { place: SignInPlace<StoredPassword>; secrets: Secret[] };

const applicationOf = ({ signIn }: SignInPlace<StoredPassword>): string | null =>
  signIn.mode === 'oauth2' ? JSON.stringify([signIn.client.place, signIn.client.clientId]) : null;

/** Whether it is the secret that the same application sends with: what ends once is told once. */
const isSentWith = (secret: Secret, { place }: Found, sending: Found | undefined): boolean => {
  const application = applicationOf(place);
  if (!secret.isReadable || application === null || !sending) return false;
  return (
    applicationOf(sending.place) === application &&
    sending.secrets.some(
      ({ kind, expiresAt, lastUsedAt }) =>
        kind === secret.kind && expiresAt === secret.expiresAt && lastUsedAt === secret.lastUsedAt,
    )
  );
};

const partOf = ({ slots }: SignInPlace<StoredPassword>): WatchedSignIn['part'] =>
  slots.password === 'password' ? 'authentication' : 'arrival';

const signInsOf = async (
  profileId: string,
  values: StoredValues,
  lastUse: LastUse,
): Promise<WatchedSignIn[]> => {
  const found = await Promise.all(
    signInPlaces(values).map(async (place): Promise<Found> => {
      const secrets = await secretsOf(place, () => lastUse(profileId, partOf(place)));
      return { place, secrets };
    }),
  );
  const sending = found.find(({ place }) => partOf(place) === 'authentication');
  const { name: profileName } = values;
  return found.flatMap((each) => {
    const { place, secrets } = each;
    const part = partOf(place);
    const isSending = part === 'authentication';
    const name = isSending ? profileName : `${profileName} (${place.server.protocol.toUpperCase()})`;
    return secrets
      .filter((secret) => isSending || !isSentWith(secret, each, sending))
      .map((secret) => ({ ...secret, profileId, profileName, name, part }));
  });
};

/** The secrets with which the mail profiles in force sign in, as far as the settings tell. */
export const watchedSignIns = async (
  { mail }: Pick<Settings, 'mail'>,
  lastUse: LastUse,
): Promise<WatchedSignIn[]> => {
  const found = mail.profiles.flatMap(({ id, active }) => (active ? [signInsOf(id, active, lastUse)] : []));
  return (await Promise.all(found)).flat();
};
