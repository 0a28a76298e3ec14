import type { PasswordWrite } from '../../contract/mail/secret.ts';
import type { StoredPassword } from '../../stores/settings/settingsSchema.ts';
import type { SecretPlace } from '../../stores/vault/vault.ts';
import { keptSecret } from './keptSecret.ts';
import { targetText } from './secretTarget.ts';
import { type SecretContent, secretPlace, type StoredSecret } from './storedSecret.ts';

/** One record to write into the vault before the settings: typed now, or kept for a target that protects it better. */
export type SecretWriting = { place: SecretPlace; from: { typed: string } | { stored: SecretPlace } };

/** A password as the settings file has it, and the vault records that must be there first. */
export type SecretPlan = { password: StoredPassword; writings: SecretWriting[] };

/** Where a password is to be stored: `records`: prefix of its vault records; `stored`: what `keep` means. */
export type SecretInto = {
  records: string;
  stored: StoredSecret | null;
  newId: () => string;
};

const asItIs = (password: StoredPassword): SecretPlan => ({ password, writings: [] });

/**
 * Turns a written password into a stored one. Pure: what it plans to write into the vault is done by the caller, before
 * the settings are saved. SECRET_REQUIRED where `keep` has nothing to keep.
 */
export const planSecret = (
  { target, password, path }: SecretContent<PasswordWrite>,
  { records, stored, newId }: SecretInto,
): SecretPlan => {
  if (password.source === 'environment') return asItIs(password);
  const { source, secret } = password;
  const renew = (from: SecretWriting['from']): SecretPlan => {
    const record = newId();
    const place = secretPlace({ records, target }, record);
    return { password: { source: 'vault', record }, writings: [{ place, from }] };
  };
  if (secret.action === 'set')
    return source === 'vault' ? renew({ typed: secret.value }) : asItIs({ source, value: secret.value });
  const kept = keptSecret(stored, { target, source, path });
  if (kept.password.source !== 'vault' || kept.password.record === null) return asItIs(kept.password);
  if (targetText(kept.target) === targetText(target)) return asItIs(kept.password);
  return renew({ stored: secretPlace(kept, kept.password.record) });
};
