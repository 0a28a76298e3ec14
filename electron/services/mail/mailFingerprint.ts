import { isFailure } from '../../contract/failures.ts';
import type { SecretPlace, Vault } from '../../stores/vault/vault.ts';
import type { Fingerprint } from './profiles/profileParts.ts';
import type { ResolvedProfile } from './resolvedProfile.ts';

/** A keyed digest of exactly these values. */
export type Digest = (values: ResolvedProfile, key: string) => string;

export type FingerprintParts = {
  vault: Pick<Vault, 'has' | 'read' | 'write'>;
  digest: Digest;
  newKey: () => string;
};

const place: SecretPlace = { path: 'proof/fingerprintKey', target: 'proof' };
/** Values without a password need no key: their fingerprint gives nothing away. */
const noKey = '';

const hasPassword = (values: ResolvedProfile): boolean =>
  values.kind === 'smtp' && (values.authentication.mode === 'password' || values.arrival !== null);

/** The same password is the same value, typed now or read from the vault. */
const whatIsProven = (values: ResolvedProfile): ResolvedProfile =>
  values.kind === 'smtp' && values.authentication.mode === 'password'
    ? { ...values, authentication: { ...values.authentication, source: 'typed' } }
    : values;

/**
 * Makes fingerprints that hold for this machine: a password in the values can be guessed from its fingerprint only
 * with the key, and the key lies in the vault. While the vault cannot be used, a key of this process stands in, and
 * no earlier proof fits.
 */
export const createFingerprint = ({ vault, digest, newKey }: FingerprintParts): Fingerprint => {
  const standIn = newKey();
  let stored: Promise<string> | null = null;

  const readOrCreate = async (): Promise<string> => {
    if (!(await vault.has(place.path))) await vault.write(place, newKey());
    return vault.read(place);
  };

  const key = async (): Promise<string> => {
    try {
      stored ??= readOrCreate();
      return await stored;
    } catch (error) {
      stored = null;
      if (isFailure(error)) return standIn;
      throw error;
    }
  };

  return async (values) => digest(whatIsProven(values), hasPassword(values) ? await key() : noKey);
};
