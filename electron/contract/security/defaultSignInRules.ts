import type { SignInRules } from './signInRules.ts';

/**
 * REQUIREMENTS S01–S06, U26–U28, as the table has them. The audit is kept for ever: nothing that somebody may have to
 * account for goes before a person has decided so.
 */
export const defaultSignInRules: SignInRules = {
  passwords: {
    mustHaveSpecialCharacters: false,
    mustHaveLowercase: true,
    mustHaveUppercase: false,
    mustHaveDigits: true,
    minimumLength: 8,
    expirationDays: 0,
    previousPasswords: 0,
    mustChangeOnFirstSignIn: true,
  },
  lockout: { isEnabled: true, lockSeconds: 300, attempts: 10 },
  sessions: { idleMinutes: 30, absoluteHours: 12, onePerUser: true },
  audit: { retentionDays: 0 },
  isBasicAuthenticationRestricted: true,
};

/**
 * A new console begins with what NIST SP 800-63B-4 3.1.1.2 asks of a password that is the only factor: 15 characters,
 * and no kinds that have to be among them.
 */
export const newSignInRules: SignInRules = {
  ...defaultSignInRules,
  passwords: {
    ...defaultSignInRules.passwords,
    mustHaveLowercase: false,
    mustHaveDigits: false,
    minimumLength: 15,
  },
};
