import { isFailure } from '../../contract/failures.ts';
import type { SecretPlace, Vault } from '../../stores/vault/vault.ts';
import type { Fingerprint } from './profiles/profileParts.ts';
import { digestProfile } from './proof/profileFingerprint.ts';
import type { ResolvedProfile } from './resolvedProfile.ts';

export type FingerprintParts = {
  vault: Pick<Vault, 'has' | 'read' | 'write'>;
  /** A new random key, 256 bits or more. */
  newKey: () => string;
};

const place: SecretPlace = { path: 'proof/fingerprintKey', target: 'proof' };

const noKey = '';

const hasPassword = (values: ResolvedProfile): boolean =>
  values.kind === 'smtp' && (values.authentication.mode === 'password' || values.arrival !== null);

/** The same password is the same value, typed now or read from the vault. */
const whereverFrom = (values: ResolvedProfile): ResolvedProfile =>
  values.kind === 'smtp' && values.authentication.mode === 'password'
    ? { ...values, authentication: { ...values.authentication, source: 'typed' } }
    : values;

/**
 * Makes fingerprints that hold for this machine: the key that seals a password in them lies in the vault. While the
 * vault cannot be used, a key of this process stands in, and no earlier proof fits. Values without a password need none.
 */
export const createFingerprint = ({ vault, newKey }: FingerprintParts): Fingerprint => {
  const standIn = newKey();
  let stored: Promise<string> | null = null;

  const readOrCreate = async (): Promise<string> => {
    if (!(await vault.has(place.path))) await vault.write(place, newKey());
    return vault.read(place);
  };

  const readKey = async (): Promise<string> => {
    try {
      stored ??= readOrCreate();
      return await stored;
    } catch (error) {
      stored = null;
      if (isFailure(error)) return standIn;
      throw error;
    }
  };

  return async (values) => digestProfile(whereverFrom(values), hasPassword(values) ? await readKey() : noKey);
};
