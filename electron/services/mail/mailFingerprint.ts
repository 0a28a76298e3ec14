import type { SealingKey } from '../proof/sealingKey.ts';
import type { Fingerprint } from './profiles/profileParts.ts';
import { digestProfile } from './proof/profileFingerprint.ts';
import { secretsOf } from './resolvedProfile.ts';

const noKey = '';

/** Makes fingerprints that hold for this machine. Values without a secret need no key. */
export const createFingerprint =
  (readKey: SealingKey): Fingerprint =>
  async (values) =>
    digestProfile(values, secretsOf(values).length > 0 ? await readKey() : noKey);
