import type { Rule } from './ruleFacts.ts';

/** A group of rules under one heading, with what to know of all of them. */
type RuleSection = {
  name: 'passwords' | 'lockout' | 'sessions' | 'basicAuthentication' | 'audit';
  /** Keys of `security:rules.notes`. */
  notes: readonly string[];
  rules: readonly Rule[];
};

/** The rules in the order of the page. */
export const ruleSections: readonly RuleSection[] = [
  {
    name: 'passwords',
    notes: ['existing', 'kinds', 'expiration'],
    rules: [
      'passwords.minimumLength',
      'passwords.previousPasswords',
      'passwords.mustHaveSpecialCharacters',
      'passwords.mustHaveDigits',
      'passwords.mustHaveLowercase',
      'passwords.mustHaveUppercase',
      'passwords.expirationDays',
      'passwords.mustChangeOnFirstSignIn',
    ],
  },
  {
    name: 'lockout',
    notes: ['attempts'],
    rules: ['lockout.isEnabled', 'lockout.attempts', 'lockout.lockSeconds'],
  },
  {
    name: 'sessions',
    notes: [],
    rules: ['sessions.onePerUser', 'sessions.idleMinutes', 'sessions.absoluteHours'],
  },
  { name: 'basicAuthentication', notes: [], rules: ['isBasicAuthenticationRestricted'] },
  { name: 'audit', notes: [], rules: ['audit.retentionDays'] },
];

/** Of the heading of a section, for whoever goes there. */
export const headingIdOf = (section: string): string => `${section}-title`;
