import { fail } from '../../contract/failures.ts';
import type { Restriction, RestrictionReason, UserAction } from '../../contract/users/restriction.ts';
import type { PeopleStores } from '../../stores/users/peopleTransaction.ts';
import type { StoredUser } from '../../stores/users/userStore.ts';
import type { Actor } from './actor.ts';
import { canSignIn, makesAdministrator, type PeopleFacts, readPeopleFacts } from './peopleFacts.ts';
import { restrictionsOf } from './userRestrictions.ts';

/** What this person may not do to a user, and why. */
export const restrictionsFor = (user: StoredUser, actor: Actor, facts: PeopleFacts): Restriction[] =>
  restrictionsOf({
    isBuiltIn: user.isBuiltIn,
    canSignIn: canSignIn(user),
    isAdministrator: makesAdministrator(user.grants, facts),
    isSelf: user.id === actor.userId,
    byAdministrator: actor.isAdministrator,
    activeAdministrators: facts.activeAdministrators,
  });

/** The first of these actions that is forbidden. */
const firstForbidden = (
  actions: readonly UserAction[],
  ...given: Parameters<typeof restrictionsFor>
): Restriction | undefined => {
  const restrictions = restrictionsFor(...given);
  return actions.flatMap((wanted) => restrictions.filter(({ action }) => action === wanted)).at(0);
};

/** Why one of these actions is forbidden; null: none is. */
export const whyForbidden = (
  actions: readonly UserAction[],
  user: StoredUser,
  actor: Actor,
  facts: PeopleFacts,
): RestrictionReason | null => firstForbidden(actions, user, actor, facts)?.reason ?? null;

/** RESTRICTED when one of these actions is forbidden. */
export const demandUnrestricted = (
  actions: readonly UserAction[],
  user: StoredUser,
  actor: Actor,
  facts: PeopleFacts,
): void => {
  const forbidden = firstForbidden(actions, user, actor, facts);
  if (forbidden) throw fail('RESTRICTED', forbidden);
};

/** NOT_FOUND; RESTRICTED when this person may not change the user at all. */
export const demandChangeable = async (
  stores: Pick<PeopleStores, 'users' | 'roles'>,
  id: string,
  actor: Actor,
): Promise<void> => {
  const user = await stores.users.find(id);
  if (!user) throw fail('NOT_FOUND', {});
  actor.note({ subject: user.name });
  demandUnrestricted(['change'], user, actor, await readPeopleFacts(stores));
};
