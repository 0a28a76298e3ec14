import { createHash } from 'node:crypto';
import type { BulkAction, LeftOutReason } from '../../../contract/users/bulk.ts';
import type { UserAction } from '../../../contract/users/restriction.ts';
import type { StoredUser } from '../../../stores/users/userStore.ts';
import type { Actor } from '../actor.ts';
import { canSignIn, makesAdministrator, type PeopleFacts } from '../peopleFacts.ts';
import { whyForbidden } from '../restrictedUser.ts';
import { isSameGrant, rightAbove } from '../roleGiving.ts';

/** What a bulk action is judged by. */
export type BulkCase = {
  action: BulkAction;
  actor: Actor;
  facts: PeopleFacts;
  /** Ids of users who are locked now. */
  locked: ReadonlySet<string>;
};

export type LeftOut = { id: string; name: string; reason: LeftOutReason };

/** Whom a bulk action changes, and whom it leaves out. */
export type BulkPlan = { changed: readonly StoredUser[]; leftOut: readonly LeftOut[] };

const endsAdministrator = (user: StoredUser, { action, facts }: BulkCase): boolean =>
  makesAdministrator(user.grants, facts) &&
  (action.kind === 'deactivate' || (action.kind === 'removeRole' && makesAdministrator([action], facts)));

const restrictedActions = (user: StoredUser, given: BulkCase): UserAction[] => {
  switch (given.action.kind) {
    case 'deactivate':
      return ['deactivate'];
    case 'delete':
      return ['delete'];
    case 'removeRole':
      return endsAdministrator(user, given) ? ['change', 'removeAdministrator'] : ['change'];
    default:
      return ['change'];
  }
};

const isUnchanged = (user: StoredUser, { action, locked }: BulkCase): boolean => {
  switch (action.kind) {
    case 'activate':
      return user.isActive;
    case 'deactivate':
      return !user.isActive;
    case 'unlock':
      return !locked.has(user.id);
    case 'delete':
      return false;
    default:
      return user.grants.some((grant) => isSameGrant(grant, action)) === (action.kind === 'addRole');
  }
};

const isKept = ({ action, actor, facts }: BulkCase): boolean =>
  action.kind === 'removeRole' && rightAbove([action], actor, facts) !== null;

const whyLeftOut = (user: StoredUser, given: BulkCase): LeftOutReason | null => {
  if (isUnchanged(user, given)) return 'unchanged';
  const reason = whyForbidden(restrictedActions(user, given), user, given.actor, given.facts);
  return reason ?? (isKept(given) ? 'rightNotHeld' : null);
};

/**
 * Judges one user after the other, by name: each administrator whom the action takes away is missing when the next one is
 * judged, so that one always remains.
 */
export const planBulk = (users: readonly StoredUser[], given: BulkCase): BulkPlan => {
  const changed: StoredUser[] = [];
  const leftOut: LeftOut[] = [];
  let { activeAdministrators } = given.facts;
  const byName = users.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const user of byName) {
    const reason = whyLeftOut(user, { ...given, facts: { ...given.facts, activeAdministrators } });
    if (reason !== null) leftOut.push({ id: user.id, name: user.name, reason });
    else changed.push(user);
    if (reason === null && canSignIn(user) && endsAdministrator(user, given)) activeAdministrators -= 1;
  }
  return { changed, leftOut };
};

/** Stands for an action on exactly these users: SHA-256, hex. */
export const bulkFingerprint = (action: BulkAction, { changed }: BulkPlan): string => {
  const ids = changed.map(({ id }) => id).toSorted();
  return createHash('sha256')
    .update(JSON.stringify([Object.entries(action).toSorted(), ids]))
    .digest('hex');
};
