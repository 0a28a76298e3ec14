import { newSignInRules as standard } from '../../../../electron/contract/security/defaultSignInRules.ts';
import { signInRulesSchema } from '../../../../electron/contract/security/signInRules.ts';

/** What a new console has, and what the contract takes. */
type NumberFacts = { standard: number; range: { minValue: number | null; maxValue: number | null } };

const { passwords, lockout, sessions, audit } = signInRulesSchema.shape;

/** Of each rule that is a number, by its path. */
export const numberFacts = {
  'passwords.minimumLength': {
    standard: standard.passwords.minimumLength,
    range: passwords.shape.minimumLength,
  },
  'passwords.expirationDays': {
    standard: standard.passwords.expirationDays,
    range: passwords.shape.expirationDays,
  },
  'passwords.previousPasswords': {
    standard: standard.passwords.previousPasswords,
    range: passwords.shape.previousPasswords,
  },
  'lockout.attempts': { standard: standard.lockout.attempts, range: lockout.shape.attempts },
  'lockout.lockSeconds': { standard: standard.lockout.lockSeconds, range: lockout.shape.lockSeconds },
  'sessions.idleMinutes': { standard: standard.sessions.idleMinutes, range: sessions.shape.idleMinutes },
  'sessions.absoluteHours': {
    standard: standard.sessions.absoluteHours,
    range: sessions.shape.absoluteHours,
  },
  'audit.retentionDays': { standard: standard.audit.retentionDays, range: audit.shape.retentionDays },
} satisfies Record<string, NumberFacts>;
export type NumberRule = keyof typeof numberFacts;

/** What a new console has of each rule that is on or off, by its path. */
export const flagStandards = {
  'passwords.mustHaveSpecialCharacters': standard.passwords.mustHaveSpecialCharacters,
  'passwords.mustHaveLowercase': standard.passwords.mustHaveLowercase,
  'passwords.mustHaveUppercase': standard.passwords.mustHaveUppercase,
  'passwords.mustHaveDigits': standard.passwords.mustHaveDigits,
  'passwords.mustChangeOnFirstSignIn': standard.passwords.mustChangeOnFirstSignIn,
  'lockout.isEnabled': standard.lockout.isEnabled,
  'sessions.onePerUser': standard.sessions.onePerUser,
  isBasicAuthenticationRestricted: standard.isBasicAuthenticationRestricted,
} satisfies Record<string, boolean>;
export type FlagRule = keyof typeof flagStandards;

export type Rule = NumberRule | FlagRule;

export const isNumberRule = (rule: Rule): rule is NumberRule => Object.hasOwn(numberFacts, rule);
