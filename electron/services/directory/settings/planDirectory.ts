import type { DirectoryWrite } from '../../../contract/directory/directoryValues.ts';
import type { StoredDirectoryValues } from '../../../stores/settings/settingsSchema.ts';
import { planSecret, type SecretWriting } from '../../secrets/secretPlan.ts';
import { shownTrust } from '../../trust/shownTrust.ts';
import { directoryRecords, identityContent, identitySecret } from './directorySecrets.ts';

/** Values as the settings file has them, and the vault records that must be there first. */
export type DirectoryPlan = { values: StoredDirectoryValues; writings: SecretWriting[] };

/**
 * Turns written values into stored ones; `base`: the stored values whose secret `keep` means. Pure: what is to be written into
 * the vault is done by who saves. SECRET_REQUIRED where `keep` has nothing to keep.
 */
export const planDirectory = (
  written: DirectoryWrite,
  base: StoredDirectoryValues | null,
  newId: () => string,
): DirectoryPlan => {
  const values = { ...written, trust: shownTrust(written.trust) };
  const { identity } = values;
  const content = identityContent(values);
  if (identity.mode === 'windows' || content === null)
    return { values: { ...values, identity: { mode: 'windows' } }, writings: [] };
  const { password, writings } = planSecret(content, {
    ...{ records: directoryRecords, newId },
    stored: base && identitySecret(base),
  });
  return { values: { ...values, identity: { ...identity, password } }, writings };
};
