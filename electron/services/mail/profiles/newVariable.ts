import { secretSlots } from '../../../contract/mail/mapSecrets.ts';
import type { ProfileValues } from '../../../contract/mail/mapSecrets.ts';
import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import type { PasswordWrite } from '../../../contract/mail/secret.ts';
import type { StoredPassword, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import { mayKeep, type SecretTarget } from '../../secrets/secretTarget.ts';
import type { PlacedField } from '../../secrets/storedSecret.ts';
import { clientFields, clientTarget } from './clientTarget.ts';
import { mailTarget } from './mailTarget.ts';
import { slotContent } from './secretSlot.ts';
import { type SignInPlace, signInPlaces } from './signInPlace.ts';

/** A variable of the environment that somebody is told, and the field that says so. */
type VariableUse = { name: string; path: string[]; target: SecretTarget };

const usesOf = (fields: readonly PlacedField[], target: SecretTarget): VariableUse[] =>
  fields.flatMap(({ field, path }) =>
    field.source === 'environment' ? [{ name: field.name, path: [...path, 'name'], target }] : [],
  );

/** What goes with no secret: the mailbox to its server, and the application to whoever gives the token. */
const tokenUses = ({ signIn, server, path }: SignInPlace<unknown>): VariableUse[] => {
  if (signIn.mode !== 'oauth2') return [];
  const { userName, client } = signIn;
  const mailbox = mailTarget(server, { way: 'oauth2', domain: '', userName, hidden: false });
  return [
    ...usesOf([{ field: userName, path: [...path, 'userName'] }], mailbox),
    ...usesOf(clientFields(client, [...path, 'client']), clientTarget(client, server)),
  ];
};

const variableUses = <Secret extends PasswordWrite | StoredPassword>(
  values: ProfileValues<Secret>,
): VariableUse[] => {
  const ofSecrets = secretSlots.flatMap((slot) => {
    const content = slotContent<Secret>(values, slot);
    if (content === null) return [];
    const { password, path, fields, target } = content;
    const own = password.source === 'environment' ? usesOf([{ field: password, path }], target) : [];
    return [...usesOf(fields, target), ...own];
  });
  return [...ofSecrets, ...signInPlaces(values).flatMap(tokenUses)];
};

/**
 * The field of the first variable of the environment that these values give to a server, a provider or an account to which
 * the profile does not give it already, as protected; null: none.
 */
export const newVariable = (values: ProfileWrite, profile?: StoredProfile): string[] | null => {
  const sides = profile ? [profile.active, profile.draft] : [];
  const known = sides.flatMap((side) => (side ? variableUses<StoredPassword>(side) : []));
  const isNew = ({ name, target }: VariableUse): boolean =>
    !known.some((use) => use.name === name && mayKeep(use.target, target));
  return variableUses<PasswordWrite>(values).find(isNew)?.path ?? null;
};
