import { z } from 'zod';
import { findingSchema } from '../proof/finding.ts';
import { userGrantSchema } from '../users/user.ts';
import { objectGuidSchema } from './directoryObject.ts';
import { domainNameSchema } from './directoryValues.ts';

/** What is added from the directory, and which roles it gets where. */
export const additionSchema = z.strictObject({
  objects: z
    .array(z.strictObject({ domain: domainNameSchema, objectGuid: objectGuidSchema }))
    .min(1)
    .max(50),
  grants: z.array(userGrantSchema).max(500),
});
export type Addition = z.infer<typeof additionSchema>;

/**
 * Members that nobody could look into: each may be a person or a group. `reason`: why their domain could not say. Both null: they
 * are of no domain that is known.
 */
export const uncountedMembersSchema = z.strictObject({
  domain: z.string().nullable(),
  count: z.int(),
  reason: findingSchema.nullable(),
});
export type UncountedMembers = z.infer<typeof uncountedMembersSchema>;

/** What one of the chosen objects would bring. */
export const additionPartSchema = z.strictObject({
  objectGuid: objectGuidSchema,
  /** The id here of an object that is known already; its roles are added to. */
  userId: z.uuid().nullable(),
  /** People in the group, those in nested groups too, each once; 1 for a user. `isCut`: counting ended at the limit. */
  members: z.int(),
  /** Of them: those who are members of the group itself. */
  directMembers: z.int(),
  isCut: z.boolean(),
  /** By domain and reason. */
  uncounted: z.array(uncountedMembersSchema),
});

export const additionPreviewSchema = z.strictObject({
  parts: z.array(additionPartSchema),
  /**
   * People who would gain a right that they do not have yet, each once; through a domain local group those of its domain only. Whose
   * account is disabled in the directory is not counted: nobody signs in as krbtgt.
   */
  gaining: z.int(),
  /** Of them: some by name, in the order of names. */
  examples: z.array(z.string()),
  /**
   * More gain than the settings let pass without a question, or more than could be counted: `confirmedGaining` must say how many
   * (those that were).
   */
  exceedsGuard: z.boolean(),
  /** How many people the settings let gain at once without a question. */
  guard: z.int(),
  /** Of exactly this; `addObjects` refuses another one. */
  fingerprint: z.string().length(64),
});
export type AdditionPreview = z.infer<typeof additionPreviewSchema>;

export const additionOutcomeSchema = z.strictObject({
  /** To undo it with, for as long as the program runs. */
  additionId: z.uuid(),
  added: z.array(z.strictObject({ userId: z.uuid(), name: z.string() })),
  changed: z.array(z.strictObject({ userId: z.uuid(), name: z.string() })),
});
export type AdditionOutcome = z.infer<typeof additionOutcomeSchema>;
