import type { PasswordSlot, ProfileValues } from '../../../contract/mail/mapPasswords.ts';
import type { StoredPassword, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import type { SecretTarget } from './secretTarget.ts';

/** The places of a profile that hold a password; also a step of the vault's record path. */
export type SecretSlot = PasswordSlot;
export const secretSlots: readonly SecretSlot[] = ['password', 'arrivalPassword'];

/** Where each slot lies in the values: the path of a field issue and of SECRET_REQUIRED. */
export const slotPaths: Record<SecretSlot, string[]> = {
  password: ['authentication', 'password'],
  arrivalPassword: ['arrival', 'password'],
};

/** Where the user name that goes with a slot's password lies. */
export const userNamePaths: Record<SecretSlot, string[]> = {
  password: ['authentication', 'userName'],
  arrivalPassword: ['arrival', 'userName'],
};

export type SlotContent<Password> = { target: SecretTarget; password: Password };

const contentOf = <Password>({
  password,
  ...target
}: SecretTarget & { password: Password }): SlotContent<Password> => ({ target, password });

/** The password in a slot and what it is for; null when these values have no such password. */
export const slotContent = <Password>(
  values: ProfileValues<Password>,
  slot: SecretSlot,
): SlotContent<Password> | null => {
  if (values.kind !== 'smtp') return null;
  if (slot === 'arrivalPassword') return values.arrival && contentOf(values.arrival);
  const { authentication, host, port, encryption } = values;
  if (authentication.mode === 'none') return null;
  const { userName, password } = authentication;
  return contentOf({ protocol: 'smtp', host, port, userName, encryption, password });
};

/** What a profile has in a slot, in force and as a draft. */
export const storedContents = (
  profile: StoredProfile | undefined,
  slot: SecretSlot,
): SlotContent<StoredPassword>[] =>
  [profile?.active, profile?.draft].flatMap((values) =>
    values ? (slotContent<StoredPassword>(values, slot) ?? []) : [],
  );
