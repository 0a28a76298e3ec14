import { randomUUID } from 'node:crypto';
import { fail } from '../../contract/failures.ts';
import type { Language } from '../../contract/languages.ts';
import { administratorRoleId } from '../../contract/users/role.ts';
import { isTaken } from '../../stores/database/sqliteError.ts';
import type { PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import { passwordOwner, type PasswordSetting } from '../users/passwords/passwordSetting.ts';

/** The name of the predefined user (U22). It never changes. */
export const administratorName = 'admin';

export type FirstAdministrator = {
  displayName: string;
  mail: string | null;
  language: Language | null;
  password: string;
};

export type FirstAdministratorParts = {
  transact: PeopleTransaction;
  passwords: Pick<PasswordSetting, 'hashGood'>;
  now: () => number;
};

/**
 * Creates the predefined user *admin* with role Administrator: once, by the person who started the program, whom the host
 * has let in for that. INVALID_INPUT at `password`; CONFLICT when there is one already.
 */
export const createFirstAdministrator =
  ({ transact, passwords, now }: FirstAdministratorParts) =>
  async ({ displayName, mail, language, password }: FirstAdministrator): Promise<string> => {
    const id = randomUUID();
    const owner = passwordOwner({ id, name: administratorName, displayName, mail });
    const hash = await passwords.hashGood(password, owner, ['password']);
    const flags = { isActive: true, mayUseBasicAuthentication: false, mustChangePassword: false };
    const values = { name: administratorName, displayName, mail, language, ...flags };
    try {
      await transact(async ({ users, credentials }) => {
        const grants = [{ roleId: administratorRoleId, folderId: null }];
        await users.add({ id, kind: 'localUser', isBuiltIn: true, values, grants, createdAt: now() });
        await credentials.set(id, { hash, at: now(), mustChange: false });
      });
    } catch (error) {
      throw isTaken(error) ? fail('CONFLICT', { revision: 1 }, error) : error;
    }
    return id;
  };
