import { describe, expect, it } from 'vitest';
import type { PasswordRules } from '../../../../../electron/contract/security/signInRules.ts';
import { createCommonPasswords } from '../../../../../electron/services/users/passwords/commonPasswords.ts';
import { judgePassword } from '../../../../../electron/services/users/passwords/judgePassword.ts';

const lax: PasswordRules = {
  mustHaveSpecialCharacters: false,
  mustHaveLowercase: false,
  mustHaveUppercase: false,
  mustHaveDigits: false,
  minimumLength: 1,
  expirationDays: 0,
  previousPasswords: 0,
  mustChangeOnFirstSignIn: true,
};

const isCommon = createCommonPasswords();
const used = 'the one from before';
const wasUsed = async (password: string): Promise<boolean> => password === used;

const codes = async (password: string, rules: Partial<PasswordRules>, names: string[] = []) =>
  (await judgePassword(password, { ...lax, ...rules }, names, { isCommon, wasUsed })).map(({ code }) => code);

describe('the rules for passwords', () => {
  it('ask for each kind of character by itself (S01)', async () => {
    const all = {
      mustHaveSpecialCharacters: true,
      mustHaveLowercase: true,
      mustHaveUppercase: true,
      mustHaveDigits: true,
    };
    expect(await codes('密密密密', all)).toEqual([
      'passwordNeedsSpecialCharacter',
      'passwordNeedsLowercase',
      'passwordNeedsUppercase',
      'passwordNeedsDigit',
    ]);
    expect(await codes('Übung-7 macht', all)).toEqual([]);
  });

  it('count code points, and cut nothing off (S02)', async () => {
    expect(await codes('🔑'.repeat(14), { minimumLength: 15 })).toEqual(['passwordTooShort']);
    expect(await codes('🔑'.repeat(15), { minimumLength: 15 })).toEqual([]);
    expect(await codes('🔑'.repeat(256), {})).toEqual([]);
    expect(await codes('🔑'.repeat(257), {})).toEqual(['passwordTooLong']);
  });

  it('refuse what everybody guesses, in any case, and the person’s own names', async () => {
    expect(await codes('PassWord1', {})).toEqual(['passwordIsCommon']);
    expect(await codes('ANNA@corp.example', {}, ['anna', 'anna@corp.example'])).toEqual([
      'passwordIsOwnName',
    ]);
  });

  it.each(['anna@corp.example 1', 'Anna Ott 1234', 'annaanna12', 'AO'])(
    'refuse what is little more than the person’s own names: %s',
    async (password) => {
      const names = ['anna', 'anna@corp.example', 'Anna Ott', 'ao', ''];
      expect(await codes(password, {}, names)).toEqual(['passwordIsOwnName']);
    },
  );

  it('take a name among other words', async () => {
    expect(await codes('anna likes red tea', {}, ['anna', 'an', ''])).toEqual([]);
    expect(await codes('wandering', {}, ['an'])).toEqual([]);
  });

  it('refuse an earlier password only if they are to (S04)', async () => {
    expect(await codes(used, { previousPasswords: 3 })).toEqual(['passwordWasUsed']);
    expect(await codes(used, { previousPasswords: 0 })).toEqual([]);
  });
});
