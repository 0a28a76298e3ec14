import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import type { PasswordWrite, UserName } from '../../../contract/mail/secret.ts';
import type { StoredPassword, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import {
  type SecretSlot,
  secretSlots,
  slotContent,
  slotPaths,
  storedContents,
  userNamePaths,
} from './secretSlot.ts';
import { mayKeep } from './secretTarget.ts';

const variableOf = (value: UserName | PasswordWrite | StoredPassword): string | null =>
  value.source === 'environment' ? value.name : null;

const newVariableIn = (
  slot: SecretSlot,
  values: ProfileWrite,
  profile: StoredProfile | undefined,
): string[] | null => {
  const next = slotContent<PasswordWrite>(values, slot);
  if (next === null) return null;
  const known = storedContents(profile, slot).filter(({ target }) => mayKeep(target, next.target));
  if (variableOf(next.target.userName) !== null && known.length === 0)
    return [...userNamePaths[slot], 'name'];
  const variable = variableOf(next.password);
  if (variable === null || known.some(({ password }) => variableOf(password) === variable)) return null;
  return [...slotPaths[slot], 'name'];
};

/**
 * The field of the first variable of the environment that these values give to a server or account to which the
 * profile does not give it already, as protected; null: none.
 */
export const newVariable = (values: ProfileWrite, profile?: StoredProfile): string[] | null =>
  secretSlots.map((slot) => newVariableIn(slot, values, profile)).find((path) => path !== null) ?? null;
