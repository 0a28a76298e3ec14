import type { UserName } from '../../contract/mail/secret.ts';
import type { StoredPassword } from '../../stores/settings/settingsSchema.ts';
import type { SecretPlace } from '../../stores/vault/vault.ts';
import { type SecretTarget, targetText } from './secretTarget.ts';

/** A field that may be read from a variable, and where it lies in the values. */
export type PlacedField = { field: UserName; path: string[] };

/** A secret of some values, and what it is for. */
export type SecretContent<Secret> = {
  target: SecretTarget;
  password: Secret;
  /** Where it lies in the values: path of field issues and of SECRET_REQUIRED. */
  path: string[];
  /** What its target is told beside it. */
  fields: readonly PlacedField[];
};

/** A secret as the settings have it. `records`: prefix of the vault records of its place in the settings. */
export type StoredSecret = SecretContent<StoredPassword> & { records: string };

/** Where a record lies in the vault, bound to what it is for. */
export const secretPlace = (
  { records, target }: Pick<StoredSecret, 'records' | 'target'>,
  record: string,
): SecretPlace => ({ path: `${records}${record}`, target: targetText(target) });

/** Path of the vault record that the settings name; null: this password lies in none. */
export const recordPathOf = (secret: StoredSecret): string | null =>
  secret.password.source === 'vault' && secret.password.record !== null
    ? secretPlace(secret, secret.password.record).path
    : null;

/** True when the settings say where the password is; one that has to be typed again is nowhere. */
export const isStored = (password: StoredPassword): boolean => {
  switch (password.source) {
    case 'vault':
      return password.record !== null;
    case 'insecure':
      return password.value !== '';
    case 'environment':
      return true;
  }
};
