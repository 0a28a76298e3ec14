import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PasswordRules } from '../../../../../electron/contract/security/signInRules.ts';
import { createPasswordHashing } from '../../../../../electron/services/users/passwords/passwordHashing.ts';
import { createPasswordSetting } from '../../../../../electron/services/users/passwords/passwordSetting.ts';
import {
  createCredentialStore,
  type CredentialStore,
} from '../../../../../electron/stores/users/credentialStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../../stores/users/peopleRows.ts';

const rules: PasswordRules = {
  mustHaveSpecialCharacters: false,
  mustHaveLowercase: false,
  mustHaveUppercase: false,
  mustHaveDigits: true,
  minimumLength: 4,
  expirationDays: 0,
  previousPasswords: 2,
  mustChangeOnFirstSignIn: true,
};

let database: TemporaryDatabase;
let credentials: CredentialStore;
let clock: number;
let userId: string;

const hashing = createPasswordHashing();

const set = async (typed: string, mustChange = false) => {
  const passwords = createPasswordSetting({
    ...{ credentials, hashing },
    isCommon: async () => false,
    cost: async () => ({ memoryKib: 8, passes: 1 }),
    rules: async () => rules,
  });
  const hash = await passwords.hashGood(typed, { userId, names: ['anna1'] }, ['password']);
  await credentials.set(userId, { hash, at: (clock += 1), mustChange });
};

beforeEach(async () => {
  database = await openTemporaryDatabase();
  credentials = createCredentialStore(database.query);
  clock = 0;
  userId = await addUserRow(database.query, { name: 'anna1' });
});

afterEach(() => database.remove());

describe('setting a password', () => {
  it('keeps a hash that fits it, and whether it has to be changed', async () => {
    await set('first 1', true);
    const [hash] = await credentials.lastOf(userId, 1);
    expect(await hashing.verify('first 1', hash ?? '')).toBe(true);
    const query = await database.query();
    expect(await query.selectFrom('users').select('mustChangePassword').execute()).toEqual([
      { mustChangePassword: 1 },
    ]);
  });

  it('says at the field everything that the rules have against it, and keeps what was there', async () => {
    await set('first 1');
    await expect(set('abc')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: {
        issues: [
          { path: ['password'], code: 'passwordTooShort', parameters: { minimum: 4 } },
          { path: ['password'], code: 'passwordNeedsDigit' },
        ],
      },
    });
    await expect(set('')).rejects.toMatchObject({ data: { issues: [{ code: 'required' }] } });
    const [hash] = await credentials.lastOf(userId, 1);
    expect(await hashing.verify('first 1', hash ?? '')).toBe(true);
  });

  it('refuses the last ones, and takes those before them again (S04)', async () => {
    for (const password of ['first 1', 'second 2', 'third 3']) await set(password);
    await expect(set('third 3')).rejects.toMatchObject({ data: { issues: [{ code: 'passwordWasUsed' }] } });
    await expect(set('second 2')).rejects.toMatchObject({ data: { issues: [{ code: 'passwordWasUsed' }] } });
    await set('first 1');
  });

  it('keeps ten earlier ones and no more', async () => {
    for (let number = 0; number < 15; number += 1) await set(`number ${number}`);
    expect(await credentials.lastOf(userId, 100)).toHaveLength(11);
  });
});
