import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { fingerprintOf } from '../../proof/fingerprint.ts';

/**
 * Digest of stored values, to know again after a restart what a proof was about. It needs no secret and no open vault:
 * a new password is a new record of the vault, so its name stands for it. A profile that is called differently is
 * still the same proven way.
 */
export const provenSubject = (values: StoredValues): string => fingerprintOf({ ...values, name: '' });
