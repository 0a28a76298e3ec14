import type { PasswordRules } from '../../../../electron/contract/security/signInRules.ts';

/** Eight characters of any kind. */
export const plainPasswordRules: PasswordRules = {
  mustHaveSpecialCharacters: false,
  mustHaveLowercase: false,
  mustHaveUppercase: false,
  mustHaveDigits: false,
  minimumLength: 8,
  expirationDays: 0,
  previousPasswords: 0,
  mustChangeOnFirstSignIn: true,
};
