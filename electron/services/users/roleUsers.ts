import { fail, type FieldIssue } from '../../contract/failures.ts';
import type { SetRoleUsersInput } from '../../contract/roles/roles.contract.ts';
import type { Holder, RoleHolder } from '../../contract/users/holders.ts';
import type { UserGrant } from '../../contract/users/user.ts';
import type { PeopleStores, PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { RoleHolderStore } from '../../stores/users/roleHolderStore.ts';
import type { StoredUser } from '../../stores/users/userStore.ts';
import { valueChanges } from '../audit/valueChanges.ts';
import type { Actor } from './actor.ts';
import { grantText } from './auditedUser.ts';
import { canSignIn, makesAdministrator, type PeopleFacts, readPeopleFacts } from './peopleFacts.ts';
import { demandUnrestricted, whyForbidden } from './restrictedUser.ts';
import { demandNotAbove, isSameGrant, rightAbove, whyNotGivable } from './roleGiving.ts';

export type RoleUsersParts = {
  stores: Pick<PeopleStores, 'users' | 'roles'>;
  transact: PeopleTransaction;
  holders: RoleHolderStore;
};

type HolderRequest = { id: string; offset: number; limit: number };

/** Who gets a grant and who loses it; who has it already, or has it not, is in neither. */
type GrantChange = { grant: UserGrant; getting: readonly StoredUser[]; losing: readonly StoredUser[] };

const toChange = ({ id, folderId, add, remove }: SetRoleUsersInput, users: readonly StoredUser[]) => {
  const grant: UserGrant = { roleId: id, folderId };
  const has = ({ grants }: StoredUser): boolean => grants.some((held) => isSameGrant(held, grant));
  return {
    grant,
    getting: users.filter((user) => add.includes(user.id) && !has(user)),
    losing: users.filter((user) => remove.includes(user.id) && has(user)),
  };
};

/** INVALID_INPUT at each user that is to be added and is gone. */
const demandThere = (add: readonly string[], users: readonly StoredUser[]): void => {
  const issues = add.flatMap((id, at): FieldIssue[] =>
    users.some((user) => user.id === id)
      ? []
      : [{ path: ['add', at], code: 'goneMeanwhile', parameters: {} }],
  );
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};

/** INVALID_INPUT when the actor may not give this role there. */
const demandGivable = ({ grant, getting }: GrantChange, actor: Actor, facts: PeopleFacts): void => {
  const fault = getting.length > 0 ? whyNotGivable(grant, actor, facts) : null;
  if (!fault) return;
  const { field, code, parameters } = fault;
  const path = [field === 'roleId' ? 'id' : field];
  throw fail('INVALID_INPUT', { issues: [{ path, code, parameters }] });
};

const countActive = (users: readonly StoredUser[]): number => users.filter(canSignIn).length;

/** What is done to a user from whom this grant is taken. */
const losingActions = (grant: UserGrant, facts: PeopleFacts) =>
  makesAdministrator([grant], facts) ? (['change', 'removeAdministrator'] as const) : (['change'] as const);

/** RESTRICTED, NOT_ALLOWED when one of the users may not be changed so: each is looked at as if those before were changed already. */
const demandAllowed = ({ grant, getting, losing }: GrantChange, actor: Actor, facts: PeopleFacts): void => {
  for (const user of getting) demandUnrestricted(['change'], user, actor, facts);
  const isAdministrator = makesAdministrator([grant], facts);
  const actions = losingActions(grant, facts);
  const before = facts.activeAdministrators + (isAdministrator ? countActive(getting) : 0);
  losing.forEach((user, at) => {
    const activeAdministrators = before - (isAdministrator ? countActive(losing.slice(0, at)) : 0);
    demandUnrestricted(actions, user, actor, { ...facts, activeAdministrators });
  });
  if (losing.length > 0) demandNotAbove([grant], actor, facts);
};

const idsOf = (users: readonly StoredUser[]): string[] => users.map(({ id }) => id);

const namesOf = (users: readonly StoredUser[]): string[] => users.map(({ name }) => name).toSorted();

/** Who lost the role and who got it. */
const holderChanges = ({ getting, losing }: GrantChange) =>
  valueChanges('role', { holders: namesOf(losing) }, { holders: namesOf(getting) });

/** *Manage users* of a role (U25). */
export const createRoleUsers = ({ stores, transact, holders }: RoleUsersParts) => ({
  listRoleUsers: async (
    { id, ...part }: HolderRequest,
    actor: Actor,
  ): Promise<{ total: number; holders: RoleHolder[] }> => {
    const listed = await holders.list({ roleId: id }, part);
    const facts = await readPeopleFacts(stores);
    const users = await stores.users.findAll([...new Set(listed.holders.map((holder) => holder.id))]);
    const whyKept = (holder: Holder) => {
      const user = users.find((known) => known.id === holder.id);
      const reason = user ? whyForbidden(losingActions(holder, facts), user, actor, facts) : null;
      return reason ?? (rightAbove([holder], actor, facts) && 'rightNotHeld');
    };
    const kept = listed.holders.map((holder) => ({ ...holder, keptBecause: whyKept(holder) }));
    return { total: listed.total, holders: kept };
  },

  listFolderUsers: ({ id, ...part }: HolderRequest) => holders.list({ folderId: id }, part),

  /** All or nothing. NOT_FOUND, INVALID_INPUT, RESTRICTED, NOT_ALLOWED. */
  setRoleUsers: async (request: SetRoleUsersInput, actor: Actor): Promise<void> => {
    await transact(async (step) => {
      const facts = await readPeopleFacts(step);
      if (!facts.roles.has(request.id)) throw fail('NOT_FOUND', {});
      actor.note({ subject: grantText({ roleId: request.id, folderId: request.folderId }, facts) });
      const users = await step.users.findAll([...new Set([...request.add, ...request.remove])]);
      demandThere(request.add, users);
      const change = toChange(request, users);
      demandGivable(change, actor, facts);
      demandAllowed(change, actor, facts);
      await step.users.addGrant(idsOf(change.getting), change.grant);
      await step.users.removeGrant(idsOf(change.losing), change.grant);
      actor.note({ changes: holderChanges(change) });
    });
  },
});

export type RoleUsers = ReturnType<typeof createRoleUsers>;
