import { z } from 'zod';
import { restrictionReasons } from './restriction.ts';
import { userQuerySchema } from './user.ts';

const role = { roleId: z.uuid(), folderId: z.uuid().nullable() };

/** What can be done to many users at once; `folderId` null: everywhere. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['activate', 'deactivate', 'unlock', 'delete']) }),
  z.strictObject({ kind: z.literal('addRole'), ...role }),
  z.strictObject({ kind: z.literal('removeRole'), ...role }),
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;

export const userFilterSchema = userQuerySchema.omit({ sort: true, offset: true, limit: true });
export type UserFilter = z.infer<typeof userFilterSchema>;

/** Most users that a bulk action takes by their ids. */
export const mostSubjects = 10_000;

/** These users, or all that the filter finds. */
export const bulkSubjectSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(mostSubjects) }),
  z.strictObject({ filter: userFilterSchema }),
]);
export type BulkSubject = z.infer<typeof bulkSubjectSchema>;

export const bulkRequestSchema = z.strictObject({ action: bulkActionSchema, subject: bulkSubjectSchema });
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

/** Why a user is left out: a rule forbids it, the user is gone, or the action would change nothing. */
export const leftOutReasons = [...restrictionReasons, 'gone', 'unchanged'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

const namedUsers = z.array(z.strictObject({ id: z.uuid(), name: z.string() }));

export const bulkPreviewSchema = z.strictObject({
  /** How many would be changed. */
  count: z.int(),
  /** Of them: groups of the directory. */
  groups: z.int(),
  /** The first of them, by name. */
  users: namedUsers,
  /** `users`: the first of them; those that are gone have no name. */
  leftOut: z.array(z.strictObject({ reason: z.enum(leftOutReasons), count: z.int(), users: namedUsers })),
  /**
   * Others known here who would hold these roles no more, because groups among them alone give them: when groups are deleted or
   * deactivated; by what was read of their groups last. `users`: the first of them, by name.
   */
  losing: z.strictObject({ count: z.int(), users: namedUsers, roleIds: z.array(z.uuid()) }),
  /** Stands for the action and for exactly these users. */
  fingerprint: z.string(),
});
export type BulkPreview = z.infer<typeof bulkPreviewSchema>;

export const bulkOutcomeSchema = z.strictObject({ changed: z.int() });
