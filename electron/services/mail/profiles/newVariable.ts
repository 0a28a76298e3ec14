import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import type { PasswordWrite, UserName } from '../../../contract/mail/secret.ts';
import type { StoredPassword, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import { mayKeep } from '../../secrets/secretTarget.ts';
import { type SecretSlot, secretSlots, slotContent, slotPaths, slotSecrets } from './secretSlot.ts';

const variableOf = (value: UserName | PasswordWrite | StoredPassword): string | null =>
  value.source === 'environment' ? value.name : null;

const newVariableIn = (
  slot: SecretSlot,
  values: ProfileWrite,
  profile: StoredProfile | undefined,
): string[] | null => {
  const next = slotContent<PasswordWrite>(values, slot);
  if (next === null) return null;
  const known = slotSecrets(profile, slot).filter(({ target }) => mayKeep(target, next.target));
  if (variableOf(next.userName) !== null && known.length === 0) return [...slotPaths[slot].userName, 'name'];
  const variable = variableOf(next.password);
  if (variable === null || known.some(({ password }) => variableOf(password) === variable)) return null;
  return [...slotPaths[slot].password, 'name'];
};

/**
 * The field of the first variable of the environment that these values give to a server or account to which the
 * profile does not give it already, as protected; null: none.
 */
export const newVariable = (values: ProfileWrite, profile?: StoredProfile): string[] | null =>
  secretSlots.map((slot) => newVariableIn(slot, values, profile)).find((path) => path !== null) ?? null;
