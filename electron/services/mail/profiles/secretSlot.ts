import { type ProfileValues, type SecretSlot, secretSlots } from '../../../contract/mail/mapSecrets.ts';
import type { StoredPassword, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { SecretContent, StoredSecret } from '../../secrets/storedSecret.ts';
import { clientFields, clientTarget, ropcTarget } from './clientTarget.ts';
import { mailTarget } from './mailTarget.ts';
import { slotRecords } from './profileRecords.ts';
import { type SignInPlace, signInPlaces } from './signInPlace.ts';

const passwordOf = <Secret>({ signIn, server, path }: SignInPlace<Secret>): SecretContent<Secret> | null => {
  if (signIn.mode === 'kerberos') return null;
  if (signIn.mode === 'oauth2') {
    const { client } = signIn;
    const { grant } = client;
    if (grant.flow !== 'ropc') return null;
    const own = [...path, 'client'];
    const { userName, password } = grant;
    return {
      ...{ target: ropcTarget(client, userName, server), password, path: [...own, 'grant', 'password'] },
      fields: [...clientFields(client, own), { field: userName, path: [...own, 'grant', 'userName'] }],
    };
  }
  const { mode: way, userName, password } = signIn;
  const isNtlm = signIn.mode === 'ntlm';
  const hidden = isNtlm || signIn.mechanism === 'CRAM-MD5';
  return {
    target: mailTarget(server, { way, userName, hidden, domain: isNtlm ? signIn.domain : '' }),
    ...{ password, path: [...path, 'password'] },
    fields: [{ field: userName, path: [...path, 'userName'] }],
  };
};

const clientSecretOf = <Secret>({
  signIn,
  server,
  path,
}: SignInPlace<Secret>): SecretContent<Secret> | null => {
  if (signIn.mode !== 'oauth2' || signIn.client.proof.kind === 'none') return null;
  const { client } = signIn;
  const own = [...path, 'client'];
  return {
    ...{ target: clientTarget(client, server), password: signIn.client.proof.secret },
    path: [...own, 'proof', 'secret'],
    fields: clientFields(client, own),
  };
};

/** The secret in a slot and what it is for; null when these values have no such secret. */
export const slotContent = <Secret>(
  values: ProfileValues<Secret>,
  slot: SecretSlot,
): SecretContent<Secret> | null => {
  for (const place of signInPlaces(values)) {
    if (place.slots.password === slot) return passwordOf(place);
    if (place.slots.clientSecret === slot) return clientSecretOf(place);
  }
  return null;
};

/** The secret in a slot of stored values; null when they have none there. */
export const slotSecret = (
  profileId: string,
  values: StoredValues,
  slot: SecretSlot,
): StoredSecret | null => {
  const content = slotContent<StoredPassword>(values, slot);
  return content && { ...content, records: slotRecords(profileId, slot) };
};

/** What a profile has in a slot, in force and as a draft. */
export const slotSecrets = (profile: StoredProfile | undefined, slot: SecretSlot): StoredSecret[] =>
  profile === undefined
    ? []
    : [profile.active, profile.draft].flatMap(
        (values) => (values && slotSecret(profile.id, values, slot)) ?? [],
      );

/** What a profile has for secrets, in force and as a draft. */
export const allSecrets = (profile: StoredProfile): StoredSecret[] =>
  secretSlots.flatMap((slot) => slotSecrets(profile, slot));
