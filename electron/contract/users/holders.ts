import { z } from 'zod';
import { restrictionReasons } from './restriction.ts';
import { userKindSchema } from './user.ts';

/** How many hold a role themselves; each counts once, wherever it is held. */
export const holderCountsSchema = z.strictObject({
  users: z.int().nonnegative(),
  /** Directory groups: all their members inherit from them. */
  groups: z.int().nonnegative(),
});
export type HolderCounts = z.infer<typeof holderCountsSchema>;

/** A user or group that holds a role; `folderId` null: everywhere. */
export const holderSchema = z.strictObject({
  id: z.uuid(),
  kind: userKindSchema,
  name: z.string(),
  displayName: z.string(),
  isActive: z.boolean(),
  roleId: z.uuid(),
  folderId: z.uuid().nullable(),
});
export type Holder = z.infer<typeof holderSchema>;

/** Somebody who holds a role, as the person looks at it who may take it away. */
export const roleHolderSchema = holderSchema.extend({
  /** Why that person cannot take it away there (U22–U24); null: it can be taken. */
  keptBecause: z.enum(restrictionReasons).nullable(),
});
export type RoleHolder = z.infer<typeof roleHolderSchema>;
