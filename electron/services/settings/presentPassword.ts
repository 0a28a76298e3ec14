import { isFailure } from '../../contract/failures.ts';
import type { StoredPassword } from '../../stores/settings/settingsSchema.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import { targetText } from '../secrets/secretTarget.ts';
import { isStored, recordPathOf, type StoredSecret } from '../secrets/storedSecret.ts';

/** What is in the history of a password but no longer behind it. */
const withoutSecret = (password: StoredPassword): StoredPassword => {
  switch (password.source) {
    case 'vault':
      return { source: 'vault', record: null };
    case 'insecure':
      return { source: 'insecure', value: '' };
    case 'environment':
      return password;
  }
};

/** Those of the vault records that are gone. While the vault is unreadable nobody knows: none count as gone. */
export const goneRecords = async (
  paths: readonly string[],
  vault: Pick<Vault, 'has'>,
): Promise<ReadonlySet<string>> => {
  try {
    const has = await Promise.all(paths.map((path) => vault.has(path)));
    return new Set(paths.filter((_, index) => !has[index]));
  } catch (error) {
    if (isFailure(error)) return new Set();
    throw error;
  }
};

const isGone = (secret: StoredSecret, gone: ReadonlySet<string>): boolean => {
  const path = recordPathOf(secret);
  return path === null ? !isStored(secret.password) : gone.has(path);
};

/**
 * A password of the history as it can be in force again: a secret that the history does not have is the one that `today` has
 * for the same target from the same kind of source; else there is none, and it must be typed again.
 */
export const presentPassword = (
  secret: StoredSecret,
  today: readonly StoredSecret[],
  gone: ReadonlySet<string>,
): StoredPassword => {
  if (!isGone(secret, gone)) return secret.password;
  const { source } = secret.password;
  const same = today
    .filter(({ password }) => password.source === source && isStored(password))
    .find(({ target }) => targetText(target) === targetText(secret.target));
  return same?.password ?? withoutSecret(secret.password);
};
