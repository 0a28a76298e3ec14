import { randomUUID } from 'node:crypto';
import { fail } from '../../contract/failures.ts';
import type { PasswordRules } from '../../contract/security/signInRules.ts';
import type { SavedUserValues, UserGrant, UserValues } from '../../contract/users/user.ts';
import { isTaken } from '../../stores/database/sqliteError.ts';
import type { PeopleStores, PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { StoredUser } from '../../stores/users/userStore.ts';
import { passwordChange } from '../audit/valueChanges.ts';
import { withOverrides } from '../directory/people/overrides.ts';
import type { Actor } from './actor.ts';
import { userChanges } from './auditedUser.ts';
import { passwordOwner, type PasswordSetting } from './passwords/passwordSetting.ts';
import { replacePassword } from './passwords/replacePassword.ts';
import { readPeopleFacts } from './peopleFacts.ts';
import { isReservedName } from './reservedName.ts';
import { demandUnrestricted } from './restrictedUser.ts';
import { demandGivable, uniqueGrants } from './givenGrants.ts';
import { demandNotAbove, takenGrants } from './roleGiving.ts';
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

const refuseName = () =>
  fail('INVALID_INPUT', {
    issues: [{ path: ['values', 'name'], code: 'userNameTaken', parameters: {} }],
  });

const takenName = (error: unknown): unknown => (isTaken(error) ? refuseName() : error);

/** What stays as it is of people of the directory: it decides their names and keeps their passwords; nobody writes to a group. */
const keptValues = ({ kind, name, displayName, mail }: StoredUser): Partial<UserValues> => {
  if (kind === 'localUser') return {};
  const named = { name, displayName, mustChangePassword: false };
  return kind === 'directoryUser' ? named : { ...named, mail, mayUseBasicAuthentication: false };
};

/** Complete values: what is left out stays as it is. */
const completeValues = (user: StoredUser, saved: SavedUserValues): UserValues => ({
  ...saved,
  name: saved.name ?? user.name,
  displayName: saved.displayName ?? user.displayName,
  language: saved.language === undefined ? user.language : saved.language,
  mustChangePassword: saved.mustChangePassword ?? user.mustChangePassword,
  ...keptValues(user),
});

/** What is changed of somebody of the directory is decided here from now on. */
const saveOverrides = async (
  { directoryObjects }: PeopleStores,
  before: StoredUser,
  { mail, language }: UserValues,
): Promise<void> => {
  const known = before.kind === 'localUser' ? null : await directoryObjects.find(before.id);
  if (!known) return;
  const chosen = {
    ...(mail === before.mail ? {} : { mail }),
    ...(language === before.language ? {} : { language }),
  };
  await directoryObjects.save(withOverrides(known, chosen));
};

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
  await stores.users.replace(id, revision, values, uniqueGrants(grants));
  await saveOverrides(stores, user, values);
  const before = { values: user, grants: user.grants };
  actor.note({ changes: userChanges(before, { values, grants: uniqueGrants(grants) }, facts) });
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
        await stores.users.add({ ...user, values: complete, grants: uniqueGrants(grants) });
        if (hash !== null) await stores.credentials.set(owner.userId, { hash, at: now(), mustChange });
        actor.note({ changes: userChanges(null, { values: complete, grants: uniqueGrants(grants) }, facts) });
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
