import type { DirectoryWrite } from '../../../contract/directory/directoryValues.ts';
import type { StoredDirectoryValues } from '../../../stores/settings/settingsSchema.ts';
import { fingerprintOf, sealSecret } from '../../proof/fingerprint.ts';
import type { SealingKey } from '../../proof/sealingKey.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';

type Used = 'isEnabled' | 'membershipCacheHours' | 'search' | 'gainGuard';

/** Without what says only how this console uses the directory: no proof rests on it. */
const provenPart = <Values extends Pick<DirectoryWrite, Used>>(values: Values): Omit<Values, Used> => {
  const { isEnabled: _, membershipCacheHours: __, search: ___, gainGuard: ____, ...proven } = values;
  return proven;
};

/**
 * Digest of stored values, to know again what a proof was about. It needs no secret and no open vault: a new password is a new
 * record of the vault, so its name stands for it.
 */
export const provenSubject = (values: StoredDirectoryValues): string => fingerprintOf(provenPart(values));

/** Fingerprint of resolved values; the same values always give the same one, on this machine. */
export type DirectoryFingerprint = (values: ResolvedDirectory) => Promise<string>;

/** SHA-256 (hex) over exactly the values that a proof proves; the password enters sealed, wherever it came from. */
export const createDirectoryFingerprint =
  (readKey: SealingKey): DirectoryFingerprint =>
  async (values) => {
    const { identity, ...proven } = provenPart(values);
    if (identity.mode === 'windows') return fingerprintOf({ ...proven, identity });
    const { mode, userName, password } = identity;
    const sealed = { mode, userName, password: sealSecret(password, await readKey()) };
    return fingerprintOf({ ...proven, identity: sealed });
  };
