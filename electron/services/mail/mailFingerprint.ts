import type { SealingKey } from '../proof/sealingKey.ts';
import type { Fingerprint } from './profiles/profileParts.ts';
import { digestProfile } from './proof/profileFingerprint.ts';
import type { ResolvedProfile } from './resolvedProfile.ts';

const noKey = '';

const hasPassword = (values: ResolvedProfile): boolean =>
  values.kind === 'smtp' && (values.authentication.mode === 'password' || values.arrival !== null);

/** The same password is the same value, typed now or read from the vault. */
const whereverFrom = (values: ResolvedProfile): ResolvedProfile =>
  values.kind === 'smtp' && values.authentication.mode === 'password'
    ? { ...values, authentication: { ...values.authentication, source: 'typed' } }
    : values;

/** Makes fingerprints that hold for this machine. Values without a password need no key. */
export const createFingerprint =
  (readKey: SealingKey): Fingerprint =>
  async (values) =>
    digestProfile(whereverFrom(values), hasPassword(values) ? await readKey() : noKey);
