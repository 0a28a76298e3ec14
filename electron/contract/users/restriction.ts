import { z } from 'zod';

/** What can be done to a user that a rule may forbid. */
export const userActions = [
  /** Values, roles and sessions. */
  'change',
  'setPassword',
  'rename',
  'delete',
  'deactivate',
  'removeAdministrator',
] as const;
export type UserAction = (typeof userActions)[number];

/** Why it cannot be done to this user by this person, whatever rights are held. */
export const restrictionReasons = [
  /** The predefined user keeps its name and cannot be deleted (U22). */
  'builtIn',
  /** Nobody deactivates or deletes the user that they are signed in with (U23). */
  'self',
  /** The own password is replaced only by who knows the present one. */
  'ownPassword',
  /** A user with role Administrator cannot be deleted (U24). */
  'administrator',
  /** Without an active administrator nobody could set anything right again. */
  'lastAdministrator',
  /** Only an administrator makes, changes or deactivates an administrator. */
  'onlyAdministrators',
  /** Nobody takes a role away that gives more than they hold: who is left with less could be taken over. */
  'rightNotHeld',
] as const;
export type RestrictionReason = (typeof restrictionReasons)[number];

export const restrictionSchema = z.strictObject({
  action: z.enum(userActions),
  reason: z.enum(restrictionReasons),
});
export type Restriction = z.infer<typeof restrictionSchema>;
