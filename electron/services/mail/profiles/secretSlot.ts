import type { PasswordSlot, ProfileValues } from '../../../contract/mail/mapPasswords.ts';
import type { StoredPassword, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { SecretContent, SecretPaths, StoredSecret } from '../../secrets/storedSecret.ts';
import { type MailAccount, mailTarget } from './mailTarget.ts';
import { slotRecords } from './profileRecords.ts';

/** The places of a profile that hold a password; also a step of the vault's record path. */
export type SecretSlot = PasswordSlot;
export const secretSlots: readonly SecretSlot[] = ['password', 'arrivalPassword'];

/** Where each slot lies in the values. */
export const slotPaths: Record<SecretSlot, SecretPaths> = {
  password: { userName: ['authentication', 'userName'], password: ['authentication', 'password'] },
  arrivalPassword: { userName: ['arrival', 'userName'], password: ['arrival', 'password'] },
};

const contentOf = <Password>({
  password,
  ...account
}: MailAccount & { password: Password }): SecretContent<Password> => ({
  ...{ target: mailTarget(account), userName: account.userName },
  password,
});

/** The password in a slot and what it is for; null when these values have no such password. */
export const slotContent = <Password>(
  values: ProfileValues<Password>,
  slot: SecretSlot,
): SecretContent<Password> | null => {
  if (values.kind !== 'smtp') return null;
  if (slot === 'arrivalPassword') return values.arrival && contentOf(values.arrival);
  const { authentication, host, port, encryption } = values;
  if (authentication.mode === 'none') return null;
  const { userName, password } = authentication;
  return contentOf({ protocol: 'smtp', host, port, userName, encryption, password });
};

/** The password in a slot of stored values; null when they have none there. */
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
