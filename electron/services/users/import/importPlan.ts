import type { UserGrant, UserValues } from '../../../contract/users/user.ts';
import type { ImportFault, ImportRow } from '../../../contract/users/userImport.ts';
import { nameKey } from '../../../stores/users/nameKey.ts';
import type { StoredUser } from '../../../stores/users/userStore.ts';
import type { Actor } from '../actor.ts';
import type { ImportedColumn } from '../csv/userCsv.ts';
import type { UserRowValues } from '../csv/userRowValues.ts';
import { makesAdministrator, type PeopleFacts } from '../peopleFacts.ts';
import { whyForbidden } from '../restrictedUser.ts';
import { isHeld } from '../rights/heldPermissions.ts';
import { isSameGrant, rightAbove, takenGrants, whyNotGivable } from '../roleGiving.ts';
import { savedActions } from '../savedActions.ts';

export type ImportCase = { actor: Actor; facts: PeopleFacts };

/** What a line becomes when it is applied; `user` null: a new one. */
export type PlannedRow = {
  line: number;
  user: StoredUser | null;
  values: UserValues;
  grants: readonly UserGrant[];
  verdict: ImportRow['verdict'];
  faults: readonly ImportFault[];
};

const newcomer: Omit<UserValues, 'name'> = {
  displayName: '',
  mail: null,
  language: null,
  isActive: true,
  mayUseBasicAuthentication: false,
  mustChangePassword: false,
};

const faultAt =
  (line: number) =>
  (column: ImportedColumn | null, code: string, parameters: ImportFault['parameters'] = {}): ImportFault => ({
    ...{ line, column, code, parameters },
  });

const valuesFor = ({ name, values }: UserRowValues, user: StoredUser | null): UserValues => {
  const { displayName, mail, language, isActive, mayUseBasicAuthentication, mustChangePassword } =
    user ?? newcomer;
  const before = { displayName, mail, language, isActive, mayUseBasicAuthentication, mustChangePassword };
  return { ...before, ...values, name: user?.name ?? name };
};

/** The roles that a line names are those held everywhere; roles in folders stay. */
const grantsFor = (
  { line, roleNames }: UserRowValues,
  held: readonly UserGrant[],
  { roles }: PeopleFacts,
): { grants: readonly UserGrant[]; faults: ImportFault[] } => {
  if (roleNames === null) return { grants: held, faults: [] };
  const byName = new Map([...roles.values()].map((role) => [nameKey(role.name), role.id]));
  const keys = new Map(roleNames.map((role) => [nameKey(role), role]));
  const unknown = [...keys].filter(([key]) => !byName.has(key));
  const everywhere = [...keys.keys()].flatMap((key): UserGrant[] => {
    const roleId = byName.get(key);
    return roleId === undefined ? [] : [{ roleId, folderId: null }];
  });
  return {
    grants: [...everywhere, ...held.filter(({ folderId }) => folderId !== null)],
    faults: unknown.map(([, role]) => faultAt(line)('roles', 'csvUnknownRole', { role })),
  };
};

const isSame = (user: StoredUser, values: UserValues, grants: readonly UserGrant[]): boolean =>
  user.displayName === values.displayName &&
  user.mail === values.mail &&
  user.language === values.language &&
  user.isActive === values.isActive &&
  user.mayUseBasicAuthentication === values.mayUseBasicAuthentication &&
  user.grants.length === grants.length &&
  grants.every((grant) => user.grants.some((held) => isSameGrant(held, grant)));

type Proposed = Pick<PlannedRow, 'line' | 'user' | 'values' | 'grants'>;

const givingFaults = ({ line, user, grants }: Proposed, { actor, facts }: ImportCase): ImportFault[] =>
  grants
    .filter((grant) => !user?.grants.some((held) => isSameGrant(held, grant)))
    .flatMap((grant) => {
      const fault = whyNotGivable(grant, actor, facts);
      return fault ? [faultAt(line)('roles', fault.code, fault.parameters)] : [];
    });

const rightFaults = (
  { line, user, values, grants }: Proposed,
  { actor, facts }: ImportCase,
): ImportFault[] => {
  const fault = faultAt(line);
  const permission = user ? 'users.edit' : 'users.create';
  if (!isHeld(actor.held, permission, null)) return [fault(null, 'rightNotHeld', { permission })];
  if (!user) return [];
  const above = values.mail === user.mail ? null : rightAbove(user.grants, actor, facts);
  const taken = rightAbove(takenGrants(user.grants, grants), actor, facts);
  return [
    ...(above ? [fault('mail', 'rightNotHeld', { permission: above })] : []),
    ...(taken ? [fault('roles', 'rightNotHeld', { permission: taken })] : []),
  ];
};

const ruleFaults = (proposed: Proposed, { actor, facts }: ImportCase): ImportFault[] => {
  const { line, user } = proposed;
  if (!user) return [];
  if (user.kind !== 'localUser') return [faultAt(line)('userName', 'csvNotLocal')];
  const reason = whyForbidden(savedActions(user, proposed, facts), user, actor, facts);
  return reason ? [faultAt(line)(null, reason)] : [];
};

/** Judges one line as if all lines before it were in force. */
export const planRow = (row: UserRowValues, user: StoredUser | null, given: ImportCase): PlannedRow => {
  const values = valuesFor(row, user);
  const { grants, faults: unknownRoles } = grantsFor(row, user?.grants ?? [], given.facts);
  const proposed = { line: row.line, user, values, grants };
  if (user && unknownRoles.length === 0 && isSame(user, values, grants))
    return { ...proposed, verdict: 'unchanged', faults: [] };
  const faults = [
    ...unknownRoles,
    ...givingFaults(proposed, given),
    ...rightFaults(proposed, given),
    ...ruleFaults(proposed, given),
  ];
  if (faults.length > 0) return { ...proposed, verdict: 'refused', faults };
  return { ...proposed, verdict: user ? 'change' : 'add', faults };
};

/** How many administrators more, or fewer, can sign in after a line. Nobody gets a password by it. */
export const administratorsGained = ({ user, values, grants }: PlannedRow, facts: PeopleFacts): number => {
  if (!user?.hasPassword) return 0;
  const before = user.isActive && makesAdministrator(user.grants, facts);
  const after = values.isActive && makesAdministrator(grants, facts);
  return Number(after) - Number(before);
};
