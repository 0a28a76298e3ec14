import { mapSecrets, type SecretSlot } from '../../../contract/mail/mapSecrets.ts';
import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import type { PasswordWrite } from '../../../contract/mail/secret.ts';
import type { StoredPassword, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { planSecret, type SecretWriting } from '../../secrets/secretPlan.ts';
import { shownTrust } from '../../trust/shownTrust.ts';
import { slotRecords } from './profileRecords.ts';
import { slotContent, slotSecret } from './secretSlot.ts';
import { withShownClients } from './shownClients.ts';

/** Values as the settings file has them, and the vault records that must be there first. */
export type StoringPlan = { values: StoredValues; writings: SecretWriting[] };

/** The profile that the values are for, and the stored values whose secrets `keep` means. */
export type StoringInto = { profileId: string; base: StoredValues | null; newId: () => string };

const withShownTrust = (values: StoredValues): StoredValues => {
  switch (values.kind) {
    case 'smtp': {
      const { trust, arrival } = values;
      return {
        ...{ ...values, trust: shownTrust(trust) },
        arrival: arrival && { ...arrival, trust: shownTrust(arrival.trust) },
      };
    }
    case 'microsoft365':
    case 'exchange':
      return { ...values, trust: shownTrust(values.trust) };
    default:
      return values;
  }
};

/**
 * Turns written values into stored ones. Pure: what it plans to write into the vault is done by the caller, before
 * the settings are saved. SECRET_REQUIRED where `keep` has nothing to keep.
 */
export const toStored = (values: ProfileWrite, { profileId, base, newId }: StoringInto): StoringPlan => {
  const writings: SecretWriting[] = [];
  const plan = (_: PasswordWrite, slot: SecretSlot): StoredPassword => {
    const content = slotContent<PasswordWrite>(values, slot);
    if (content === null) throw new Error(`These values have no secret in the slot ${slot}.`);
    const stored = base && slotSecret(profileId, base, slot);
    const planned = planSecret(content, { records: slotRecords(profileId, slot), stored, newId });
    writings.push(...planned.writings);
    return planned.password;
  };
  return { values: withShownTrust(withShownClients(mapSecrets(values, plan))), writings };
};
