import { provenValues } from '../../../contract/directory/provenValues.ts';
import type { StoredDirectoryValues } from '../../../stores/settings/settingsSchema.ts';
import { fingerprintOf, sealSecret } from '../../proof/fingerprint.ts';
import type { SealingKey } from '../../proof/sealingKey.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';

/**
 * Digest of stored values, to know again what a proof was about. It needs no secret and no open vault: a new password is a new
 * record of the vault, so its name stands for it.
 */
export const provenSubject = (values: StoredDirectoryValues): string => fingerprintOf(provenValues(values));

/** Fingerprint of resolved values; the same values always give the same one, on this machine. */
export type DirectoryFingerprint = (values: ResolvedDirectory) => Promise<string>;

/** SHA-256 (hex) over exactly the values that a proof proves; the password enters sealed, wherever it came from. */
export const createDirectoryFingerprint =
  (readKey: SealingKey): DirectoryFingerprint =>
  async (values) => {
    const { identity, ...proven } = provenValues(values);
    if (identity.mode === 'windows') return fingerprintOf({ ...proven, identity });
    const { mode, userName, password } = identity;
    const sealed = { mode, userName, password: sealSecret(password, await readKey()) };
    return fingerprintOf({ ...proven, identity: sealed });
  };
