import type { UserName } from '../../contract/mail/secret.ts';
import type { StoredPassword } from '../../stores/settings/settingsSchema.ts';
import type { SecretPlace } from '../../stores/vault/vault.ts';
import { type SecretTarget, targetText } from './secretTarget.ts';

/** A password of some values, with the account that it belongs to and what it is for. */
export type SecretContent<Password> = { target: SecretTarget; userName: UserName; password: Password };

/** A password as the settings have it. `records`: prefix of the vault records of its place in the settings. */
export type StoredSecret = SecretContent<StoredPassword> & { records: string };

/** Where user name and password lie in the values: paths of field issues and of SECRET_REQUIRED. */
export type SecretPaths = { userName: string[]; password: string[] };

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
