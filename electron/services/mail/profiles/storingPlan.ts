import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import type { PasswordWrite } from '../../../contract/mail/secret.ts';
import type { StoredPassword, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { SecretPlace } from '../../../stores/vault/vault.ts';
import { keptPassword } from './keptPassword.ts';
import { secretPlace } from './secretPlace.ts';
import { type SecretSlot, type SlotContent, slotContent } from './secretSlot.ts';
import { targetText } from './secretTarget.ts';
import { shownTrust } from './shownTrust.ts';

/** One record to write into the vault before the settings: typed now, or kept for a target that protects it better. */
export type SecretWriting = { place: SecretPlace; from: { typed: string } | { stored: SecretPlace } };

/** Values as the settings file has them, and the vault records that must be there first. */
export type StoringPlan = { values: StoredValues; writings: SecretWriting[] };

/** The profile that the values are for, and the stored values whose secrets `keep` means. */
export type StoringInto = { profileId: string; base: StoredValues | null; newId: () => string };

type PasswordPlan = { password: StoredPassword; writings: SecretWriting[] };

const asItIs = (password: StoredPassword): PasswordPlan => ({ password, writings: [] });

const planPassword = (
  { profileId, base, newId }: StoringInto,
  slot: SecretSlot,
  { target, password }: SlotContent<PasswordWrite>,
): PasswordPlan => {
  if (password.source === 'environment') return asItIs(password);
  const { source, secret } = password;
  const renew = (from: SecretWriting['from']): PasswordPlan => {
    const record = newId();
    const place = secretPlace(profileId, slot, { record, target });
    return { password: { source: 'vault', record }, writings: [{ place, from }] };
  };
  if (secret.action === 'set')
    return source === 'vault' ? renew({ typed: secret.value }) : asItIs({ source, value: secret.value });
  const kept = keptPassword(base, slot, { target, source });
  if (kept.password.source !== 'vault' || kept.password.record === null) return asItIs(kept.password);
  if (targetText(kept.target) === targetText(target)) return asItIs(kept.password);
  const { record } = kept.password;
  return renew({ stored: secretPlace(profileId, slot, { record, target: kept.target }) });
};

/**
 * Turns written values into stored ones. Pure: what it plans to write into the vault is done by the caller, before
 * the settings are saved. SECRET_REQUIRED where `keep` has nothing to keep.
 */
export const toStored = (values: ProfileWrite, into: StoringInto): StoringPlan => {
  if (values.kind !== 'smtp') return { values, writings: [] };
  const plan = (slot: SecretSlot) => {
    const content = slotContent<PasswordWrite>(values, slot);
    return content && planPassword(into, slot, content);
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
