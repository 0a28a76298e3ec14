import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import type { PasswordWrite } from '../../../contract/mail/secret.ts';
import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { planSecret, type SecretPlan, type SecretWriting } from '../../secrets/secretPlan.ts';
import { shownTrust } from '../../trust/shownTrust.ts';
import { slotRecords } from './profileRecords.ts';
import { type SecretSlot, slotContent, slotPaths, slotSecret } from './secretSlot.ts';

/** Values as the settings file has them, and the vault records that must be there first. */
export type StoringPlan = { values: StoredValues; writings: SecretWriting[] };

/** The profile that the values are for, and the stored values whose secrets `keep` means. */
export type StoringInto = { profileId: string; base: StoredValues | null; newId: () => string };

/**
 * Turns written values into stored ones. Pure: what it plans to write into the vault is done by the caller, before
 * the settings are saved. SECRET_REQUIRED where `keep` has nothing to keep.
 */
export const toStored = (values: ProfileWrite, { profileId, base, newId }: StoringInto): StoringPlan => {
  if (values.kind !== 'smtp') return { values, writings: [] };
  const plan = (slot: SecretSlot): SecretPlan | null => {
    const content = slotContent<PasswordWrite>(values, slot);
    const stored = base && slotSecret(profileId, base, slot);
    const records = slotRecords(profileId, slot);
    return content && planSecret(content, { records, stored, paths: slotPaths[slot], newId });
  };
  const { authentication, arrival } = values;
  const signIn = plan('password');
  const fetching = plan('arrivalPassword');
  return {
    values: {
      ...values,
      trust: shownTrust(values.trust),
      authentication:
        authentication.mode === 'none' || signIn === null
          ? { mode: 'none' }
          : { ...authentication, password: signIn.password },
      arrival: arrival &&
        fetching && { ...arrival, trust: shownTrust(arrival.trust), password: fetching.password },
    },
    writings: [...(signIn?.writings ?? []), ...(fetching?.writings ?? [])],
  };
};
