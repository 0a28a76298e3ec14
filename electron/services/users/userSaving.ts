import { randomUUID } from 'node:crypto';
import { fail } from '../../contract/failures.ts';
import type { PasswordRules } from '../../contract/security/signInRules.ts';
import type { SavedUserValues, UserGrant, UserValues } from '../../contract/users/user.ts';
import { isTaken } from '../../stores/database/sqliteError.ts';
import type { PeopleStores, PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { StoredUser } from '../../stores/users/userStore.ts';
import { passwordChange } from '../audit/valueChanges.ts';
import type { Actor } from './actor.ts';
import { userChanges } from './auditedUser.ts';
import { passwordOwner, type PasswordSetting } from './passwords/passwordSetting.ts';
import { replacePassword } from './passwords/replacePassword.ts';
import { type PeopleFacts, readPeopleFacts } from './peopleFacts.ts';
import { isReservedName } from './reservedName.ts';
import { demandUnrestricted } from './restrictedUser.ts';
import { demandNotAbove, isSameGrant, takenGrants, whyNotGivable } from './roleGiving.ts';
import { savedActions } from './savedActions.ts';

export type NewUserRequest = {
  values: Omit<UserValues, 'mustChangePassword'>;
  grants: readonly UserGrant[];
  password: string | null;
};
export type SaveUserRequest = {
  id: string;
  revision: number;
  values: SavedUserValues;
  grants: readonly UserGrant[];
};

export type UserSavingParts = {
  transact: PeopleTransaction;
  passwords: Pick<PasswordSetting, 'hashGood'>;
  rules: () => Promise<Pick<PasswordRules, 'mustChangeOnFirstSignIn'>>;
  now: () => number;
};

/** Each grant once, where it stood first. */
const unique = (grants: readonly UserGrant[]): UserGrant[] =>
  grants.filter((grant, at) => grants.findIndex((other) => isSameGrant(other, grant)) === at);

/** INVALID_INPUT at each role that the actor may not give; what the user holds already is not given. */
const demandGivable = (
  { grants, held }: { grants: readonly UserGrant[]; held: readonly UserGrant[] },
  actor: Actor,
  facts: PeopleFacts,
): void => {
  const issues = grants.flatMap((grant, at) => {
    if (held.some((other) => isSameGrant(other, grant))) return [];
    const fault = whyNotGivable(grant, actor, facts);
    return fault
      ? [{ path: ['grants', at, fault.field], code: fault.code, parameters: fault.parameters }]
      : [];
  });
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};

const refuseName = () =>
  fail('INVALID_INPUT', {
    issues: [{ path: ['values', 'name'], code: 'userNameTaken', parameters: {} }],
  });

const takenName = (error: unknown): unknown => (isTaken(error) ? refuseName() : error);

/** Complete values: what is left out stays as it is, and so does what the directory decides of its people (U14). */
const completeValues = (
  { kind, name, displayName, mail, language, mustChangePassword }: StoredUser,
  saved: SavedUserValues,
): UserValues => ({
  ...saved,
  ...(kind === 'localUser' ? {} : { name, displayName, mail }),
  language: saved.language === undefined ? language : saved.language,
  mustChangePassword: saved.mustChangePassword ?? mustChangePassword,
});

const demandUser = async ({ users }: PeopleStores, id: string, { note }: Actor): Promise<StoredUser> => {
  const user = await users.find(id);
  if (!user) throw fail('NOT_FOUND', {});
  note({ subject: user.name });
  return user;
};

const replace = async (
  stores: PeopleStores,
  request: SaveUserRequest,
  { actor, now }: { actor: Actor; now: number },
): Promise<void> => {
  const { id, revision, grants } = request;
  const user = await demandUser(stores, id, actor);
  if (user.revision !== revision) throw fail('CONFLICT', { revision: user.revision });
  const values = completeValues(user, request.values);
  const facts = await readPeopleFacts(stores);
  if (!user.isBuiltIn && isReservedName(values.name)) throw refuseName();
  demandUnrestricted(savedActions(user, { values, grants }, facts), user, actor, facts);
  demandGivable({ grants, held: user.grants }, actor, facts);
  const isMailReplaced = values.mail !== user.mail;
  demandNotAbove(isMailReplaced ? user.grants : takenGrants(user.grants, grants), actor, facts);
  await stores.users.replace(id, revision, values, unique(grants));
  const before = { values: user, grants: user.grants };
  actor.note({ changes: userChanges(before, { values, grants: unique(grants) }, facts) });
  // A code that is on its way to the old address is the old owner's.
  if (isMailReplaced) await stores.resetCodes.revokeAll(id, now);
  if (!values.isActive) await stores.sessions.endAllOf(id, 'deactivated', now);
};

const createAdding =
  ({ transact, passwords, rules, now }: UserSavingParts) =>
  /** INVALID_INPUT, NOT_ALLOWED. */
  async ({ values, grants, password }: NewUserRequest, actor: Actor) => {
    if (isReservedName(values.name)) throw refuseName();
    const owner = passwordOwner({ id: randomUUID(), ...values });
    /** Before the transaction: a hash takes longer than others should wait. */
    const hash = password === null ? null : await passwords.hashGood(password, owner, ['password']);
    const mustChange = hash !== null && (await rules()).mustChangeOnFirstSignIn;
    try {
      await transact(async (stores) => {
        const facts = await readPeopleFacts(stores);
        demandGivable({ grants, held: [] }, actor, facts);
        const complete = { ...values, mustChangePassword: mustChange };
        const user = { id: owner.userId, kind: 'localUser' as const, isBuiltIn: false, createdAt: now() };
        await stores.users.add({ ...user, values: complete, grants: unique(grants) });
        if (hash !== null) await stores.credentials.set(owner.userId, { hash, at: now(), mustChange });
        actor.note({ changes: userChanges(null, { values: complete, grants: unique(grants) }, facts) });
      });
    } catch (error) {
      throw takenName(error);
    }
    return { id: owner.userId, revision: 1 };
  };

const createPasswordGiving =
  ({ transact, passwords, rules, now }: UserSavingParts) =>
  /** INVALID_INPUT, NOT_FOUND, NOT_ALLOWED, RESTRICTED. */
  async ({ id, password }: { id: string; password: string }, actor: Actor): Promise<void> => {
    const demandChangeable = async (stores: PeopleStores): Promise<StoredUser> => {
      const user = await demandUser(stores, id, actor);
      if (user.kind !== 'localUser') throw fail('NOT_FOUND', {});
      const facts = await readPeopleFacts(stores);
      demandUnrestricted(['change', 'setPassword'], user, actor, facts);
      demandNotAbove(user.grants, actor, facts);
      return user;
    };
    const user = await transact(demandChangeable);
    const hash = await passwords.hashGood(password, passwordOwner(user), ['password']);
    const mustChange = (await rules()).mustChangeOnFirstSignIn;
    await transact(async (stores) => {
      await demandChangeable(stores);
      await replacePassword(stores, { userId: id, hash, at: now(), mustChange });
    });
    actor.note({ changes: [passwordChange] });
  };

/** Adds and changes one user. */
export const createUserSaving = (parts: UserSavingParts) => ({
  createUser: createAdding(parts),
  setPassword: createPasswordGiving(parts),

  /** INVALID_INPUT, NOT_FOUND, CONFLICT, RESTRICTED, NOT_ALLOWED. */
  saveUser: async (request: SaveUserRequest, actor: Actor): Promise<{ revision: number }> => {
    try {
      await parts.transact((stores) => replace(stores, request, { actor, now: parts.now() }));
    } catch (error) {
      throw takenName(error);
    }
    return { revision: request.revision + 1 };
  },
});
