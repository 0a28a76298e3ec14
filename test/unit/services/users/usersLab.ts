import { randomUUID } from 'node:crypto';
import { type Permission, permissions } from '../../../../electron/contract/permissions.ts';
import type { UserGrant, UserValues } from '../../../../electron/contract/users/user.ts';
import { noteNothing } from '../../../../electron/services/audit/note.ts';
import type { Actor } from '../../../../electron/services/users/actor.ts';
import { createPasswordHashing } from '../../../../electron/services/users/passwords/passwordHashing.ts';
import { createPasswordSetting } from '../../../../electron/services/users/passwords/passwordSetting.ts';
import { createUserService } from '../../../../electron/services/users/userService.ts';
import {
  createPeopleStores,
  createPeopleTransaction,
} from '../../../../electron/stores/users/peopleTransaction.ts';
import { createSignInStore } from '../../../../electron/stores/users/signInStore.ts';
import { openTemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { plainPasswordRules as passwordRules } from './plainPasswordRules.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';

/** A moment in ms since 1970 UTC: that of the lab's clock. */
export const labTime = 1_000_000;

export const administrator: Actor = {
  userId: null,
  isAdministrator: true,
  note: noteNothing,
  held: { everywhere: new Set(permissions), inFolders: new Map() },
};

/** Somebody who is no administrator and holds these rights everywhere. */
export const actorWith = (...held: readonly Permission[]): Actor => ({
  userId: randomUUID(),
  isAdministrator: false,
  note: noteNothing,
  held: { everywhere: new Set(held), inFolders: new Map() },
});

export const valuesOf = (name: string, values: Partial<UserValues> = {}): UserValues => ({
  ...{ name, displayName: name, mail: null, language: null, isActive: true },
  ...{ mayUseBasicAuthentication: false, mustChangePassword: false },
  ...values,
});

/** The service of users over a real database, with helpers that put rows into it. */
export const openUsersLab = async () => {
  const database = await openTemporaryDatabase();
  const stores = createPeopleStores(database.query);
  const hashing = createPasswordHashing();
  const now = () => labTime;
  const passwords = createPasswordSetting({
    ...{ credentials: stores.credentials, hashing },
    isCommon: async () => false,
    cost: async () => ({ memoryKib: 8, passes: 1 }),
    rules: async () => passwordRules,
  });
  const service = createUserService({
    ...{ stores, passwords, now },
    transact: createPeopleTransaction(database.query),
    signIns: createSignInStore(database.query),
    membershipOf: async () => null,
    rules: async () => ({
      passwords: passwordRules,
      lockout: { isEnabled: true, lockSeconds: 300, attempts: 3 },
    }),
  });
  const roles = await stores.roles.listRoles();
  const administratorRole = roles.find(({ isAdministrator }) => isAdministrator)?.id ?? '';

  return {
    ...{ database, stores, service, hashing, administratorRole, remove: database.remove },

    addRole: async (name: string, given: readonly Permission[]): Promise<string> => {
      const query = await database.query();
      const id = randomUUID();
      const row = { id, name, nameKey: name.toLowerCase(), description: '', isBuiltIn: 0, revision: 1 };
      await query.insertInto('roles').values(row).execute();
      for (const permission of given)
        await query.insertInto('rolePermissions').values({ roleId: id, permission }).execute();
      return id;
    },

    addUser: async (
      values: Parameters<typeof addUserRow>[1],
      grants: readonly UserGrant[] = [],
    ): Promise<string> => {
      const id = await addUserRow(database.query, values, 'the hash of a password');
      if (grants.length > 0)
        await (
          await database.query()
        )
          .insertInto('grants')
          .values(grants.map((grant) => ({ userId: id, ...grant })))
          .execute();
      return id;
    },

    addSession: (userId: string) =>
      stores.sessions.begin(
        {
          ...{ id: randomUUID(), tokenHash: randomUUID(), userId, createdAt: 1 },
          origin: { door: 'browser', machine: 'PC-1' },
        },
        false,
      ),
  };
};

export type UsersLab = Awaited<ReturnType<typeof openUsersLab>>;
export const everywhere = (roleId: string): UserGrant => ({ roleId, folderId: null });
