import { z } from 'zod';

/** What a new password must be (REQUIREMENTS S01–S05). Changing the rules touches no password that is there (S07). */
export const passwordRulesSchema = z.strictObject({
  mustHaveSpecialCharacters: z.boolean(),
  mustHaveLowercase: z.boolean(),
  mustHaveUppercase: z.boolean(),
  mustHaveDigits: z.boolean(),
  /** In code points. */
  minimumLength: z.int().min(1).max(256),
  /** 0: never. */
  expirationDays: z.int().min(0).max(1_000),
  /** How many earlier passwords may not be used again. */
  previousPasswords: z.int().min(0).max(10),
  mustChangeOnFirstSignIn: z.boolean(),
});
export type PasswordRules = z.infer<typeof passwordRulesSchema>;

/** When failed attempts lock somebody out (S06, U27). NIST SP 800-63B-4 3.2.2 allows at most 100 attempts. */
export const lockoutRulesSchema = z.strictObject({
  isEnabled: z.boolean(),
  lockSeconds: z.int().min(1).max(86_400),
  attempts: z.int().min(1).max(100),
});
export type LockoutRules = z.infer<typeof lockoutRulesSchema>;

/** How long a session lasts, and whether signing in elsewhere ends it (U28). */
export const sessionRulesSchema = z.strictObject({
  idleMinutes: z.int().min(1).max(1_440),
  absoluteHours: z.int().min(1).max(720),
  onePerUser: z.boolean(),
});
export type SessionRules = z.infer<typeof sessionRulesSchema>;

/** How long the rows of the audit are kept. */
export const auditRulesSchema = z.strictObject({
  /** 0: for ever. */
  retentionDays: z.int().min(0).max(3_650),
});
export type AuditRules = z.infer<typeof auditRulesSchema>;

export const signInRulesSchema = z.strictObject({
  passwords: passwordRulesSchema,
  lockout: lockoutRulesSchema,
  sessions: sessionRulesSchema,
  audit: auditRulesSchema,
  /** Basic authentication is refused to everybody (U26, *Auth.RestrictBasicAuthentication*). */
  isBasicAuthenticationRestricted: z.boolean(),
});
export type SignInRules = z.infer<typeof signInRulesSchema>;

/** The longest password in code points; nothing of it is cut off. */
export const longestPassword = 256;
