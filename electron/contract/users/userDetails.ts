import { z } from 'zod';
import { directoryIdentitySchema, membershipSchema } from '../directory/membership.ts';
import { languageSchema } from '../languages.ts';
import { restrictionSchema } from './restriction.ts';
import { userGrantSchema, userKindSchema } from './user.ts';

const moment = z.iso.datetime();

/** How an attempt to sign in ended. */
export const attemptResults = [
  'success',
  'wrongPassword',
  'inactive',
  'lockedOut',
  'unknownUser',
  'passwordExpired',
  'mustChange',
  /** The password is right, but this user may not use basic authentication (U26). */
  'basicNotAllowed',
  /** What the directory says of an account (`directoryRefusals`); `directoryLockedOut` whatever the password is. */
  'directoryPasswordExpired',
  'directoryMustChangePassword',
  'directoryDisabled',
  'directoryAccountExpired',
  'directoryLockedOut',
  'directoryLogonHours',
  'directoryWorkstation',
  /** The directory let the person in; no group of theirs is known here, nor are they themselves. */
  'notAMember',
  'directoryUnreachable',
] as const;

export const attemptSchema = z.strictObject({
  at: moment,
  door: z.string(),
  machine: z.string(),
  result: z.enum(attemptResults),
});
export type UserAttempt = z.infer<typeof attemptSchema>;

/** What is counted against a user; `attemptsLeft` null: the rules count nothing. */
export const lockoutSchema = z.strictObject({
  failed: z.int(),
  attemptsLeft: z.int().nullable(),
  /** Null: not locked. */
  lockedUntil: moment.nullable(),
  lastAt: moment,
  door: z.string(),
  machine: z.string(),
});
export type UserLockout = z.infer<typeof lockoutSchema>;

export const userSessionSchema = z.strictObject({
  id: z.uuid(),
  door: z.string(),
  machine: z.string(),
  createdAt: moment,
  seenAt: moment,
});

/** A user as the page shows it; values that an administrator decides are as they stand. */
export const userDetailsSchema = z.strictObject({
  id: z.uuid(),
  kind: userKindSchema,
  isBuiltIn: z.boolean(),
  revision: z.int(),
  values: z.strictObject({
    name: z.string(),
    displayName: z.string(),
    mail: z.string().nullable(),
    language: languageSchema.nullable(),
    isActive: z.boolean(),
    mayUseBasicAuthentication: z.boolean(),
    mustChangePassword: z.boolean(),
  }),
  /** Explicit ones (U16). */
  grants: z.array(userGrantSchema),
  /** Those of them that the caller cannot take away: they give a right that the caller does not hold. */
  grantsAbove: z.array(userGrantSchema),
  createdAt: moment,
  lastSignInAt: moment.nullable(),
  hasPassword: z.boolean(),
  lockout: lockoutSchema.nullable(),
  /** Those that last, the newest first. */
  sessions: z.array(userSessionSchema),
  /** The newest ones. */
  attempts: z.array(attemptSchema),
  /** What the caller may not do to this user whatever rights are held, and why. */
  restrictions: z.array(restrictionSchema),
  /** Null: a local user. */
  directory: directoryIdentitySchema.nullable(),
  /** Roles that groups give, by what was read of these groups last; they count while `membership` is current. */
  inherited: z.array(userGrantSchema.extend({ groupId: z.uuid() })),
  /** As it is known now, without asking the directory; null: no directory user. */
  membership: membershipSchema.nullable(),
});
export type UserDetails = z.infer<typeof userDetailsSchema>;
