import { fail } from '../../contract/failures.ts';
import type { Membership } from '../../contract/directory/membership.ts';
import type { LockoutRules } from '../../contract/security/signInRules.ts';
import type { UserQuery, UserSummary } from '../../contract/users/user.ts';
import type { UserAttempt, UserDetails, UserLockout } from '../../contract/users/userDetails.ts';
import type { StoredDirectoryObject } from '../../stores/directory/directoryObjectStore.ts';
import type { InheritedGrant } from '../../stores/directory/inheritedGrantStore.ts';
import { isLocked, type Lockout } from '../../stores/users/lockoutStore.ts';
import type { PeopleStores } from '../../stores/users/peopleTransaction.ts';
import type { StoredSession } from '../../stores/users/sessionStore.ts';
import type { Attempt, SignInStore } from '../../stores/users/signInStore.ts';
import type { ListedUser } from '../../stores/users/userListing.ts';
import type { StoredUser } from '../../stores/users/userStore.ts';
import { toIdentity } from '../directory/people/membershipViewing.ts';
import type { Actor } from './actor.ts';
import { readPeopleFacts } from './peopleFacts.ts';
import { restrictionsFor } from './restrictedUser.ts';
import { rightAbove } from './roleGiving.ts';

export type UserViewingParts = {
  stores: PeopleStores;
  signIns: Pick<SignInStore, 'attemptsOf'>;
  /** Null: no directory user. */
  membershipOf: (userId: string) => Promise<Membership | null>;
  rules: () => Promise<LockoutRules>;
  now: () => number;
};

/** How many attempts the details of a user tell. */
const attemptsShown = 10;

const moment = (at: number): string => new Date(at).toISOString();
const momentOrNull = (at: number | null): string | null => (at === null ? null : moment(at));

const toSummary = (
  user: ListedUser,
  known: StoredDirectoryObject | undefined,
  inherited: readonly InheritedGrant[],
): UserSummary => ({
  id: user.id,
  kind: user.kind,
  name: user.name,
  displayName: user.displayName,
  mail: user.mail,
  isActive: user.isActive === 1,
  isBuiltIn: user.isBuiltIn === 1,
  lockedUntil: momentOrNull(user.lockedUntil),
  lastSignInAt: momentOrNull(user.lastSignInAt),
  roleIds: [...user.roleIds],
  inheritedRoleIds: [...new Set(inherited.map(({ roleId }) => roleId))],
  directory: known ? toIdentity(known) : null,
});

const toAttempt = ({ at, origin, result }: Attempt): UserAttempt => ({ at: moment(at), ...origin, result });

const toSession = ({ id, origin, createdAt, seenAt }: StoredSession) => ({
  ...{ id, ...origin },
  createdAt: moment(createdAt),
  seenAt: moment(seenAt),
});

const valuesOf = (user: StoredUser): UserDetails['values'] => ({
  name: user.name,
  displayName: user.displayName,
  mail: user.mail,
  language: user.language,
  isActive: user.isActive,
  mayUseBasicAuthentication: user.mayUseBasicAuthentication,
  mustChangePassword: user.mustChangePassword,
});

/** Null also for a lock whose time is over: the next attempt counts from the beginning. */
const toLockout = (
  lockout: Lockout | null,
  { isEnabled, attempts }: LockoutRules,
  now: number,
): UserLockout | null => {
  if (!lockout) return null;
  const { failed, lockedUntil, lastAt, origin } = lockout;
  if (lockedUntil !== null && !isLocked(lockout, now)) return null;
  const attemptsLeft = isEnabled ? Math.max(0, attempts - failed) : null;
  return { failed, attemptsLeft, lockedUntil: momentOrNull(lockedUntil), lastAt: moment(lastAt), ...origin };
};

/** Shows users as they are. */
export const createUserViewing = ({ stores, signIns, membershipOf, rules, now }: UserViewingParts) => {
  const lockoutOf = async (userId: string): Promise<UserLockout | null> =>
    toLockout(await stores.lockouts.find({ userId }), await rules(), now());

  const attemptsOf = async (id: string, limit: number): Promise<UserAttempt[]> =>
    (await signIns.attemptsOf(id, limit)).map(toAttempt);

  return {
    listUsers: async (
      wanted: UserQuery,
    ): Promise<{ total: number; groups: number; users: UserSummary[] }> => {
      const { users, ...counts } = await stores.listing.list(wanted, now());
      const ids = users.map(({ id }) => id);
      const known = await stores.directoryObjects.findAll(ids);
      const objects = new Map(known.map((object) => [object.userId, object]));
      const inherited = Map.groupBy(await stores.inheritedGrants.of(ids), ({ personId }) => personId);
      return {
        ...counts,
        users: users.map((user) => toSummary(user, objects.get(user.id), inherited.get(user.id) ?? [])),
      };
    },

    /** NOT_FOUND. */
    getUser: async (id: string, actor: Actor): Promise<UserDetails> => {
      const user = await stores.users.find(id);
      if (!user) throw fail('NOT_FOUND', {});
      const facts = await readPeopleFacts(stores);
      const known = await stores.directoryObjects.find(id);
      return {
        ...{ id, kind: user.kind, isBuiltIn: user.isBuiltIn, revision: user.revision },
        values: valuesOf(user),
        grants: [...user.grants],
        grantsAbove: user.grants.filter((grant) => rightAbove([grant], actor, facts) !== null),
        createdAt: moment(user.createdAt),
        lastSignInAt: momentOrNull(user.lastSignInAt),
        hasPassword: user.hasPassword,
        lockout: await lockoutOf(id),
        sessions: (await stores.sessions.listOf(id)).map(toSession),
        attempts: await attemptsOf(id, attemptsShown),
        restrictions: restrictionsFor(user, actor, facts),
        directory: known && toIdentity(known),
        inherited: (await stores.inheritedGrants.of([id])).map(({ personId: _personId, ...grant }) => grant),
        membership: await membershipOf(id),
      };
    },

    listAttempts: async (
      id: string,
      limit: number,
    ): Promise<{ lockout: UserLockout | null; attempts: UserAttempt[] }> => ({
      lockout: await lockoutOf(id),
      attempts: await attemptsOf(id, limit),
    }),
  };
};
