import { z } from 'zod';
import { directoryObjectSchema, objectSidSchema } from './directoryObject.ts';

/** What became of an object in the directory. A controller that could not be asked says nothing of it. */
export const objectStates = ['present', 'disabled', 'deleted'] as const;

/** Who a directory user or group is there. */
export const directoryIdentitySchema = directoryObjectSchema
  .pick({
    objectGuid: true,
    objectSid: true,
    domain: true,
    accountName: true,
    userPrincipalName: true,
    distinguishedName: true,
  })
  .extend({
    state: z.enum(objectStates),
    /** When the directory said so. */
    checkedAt: z.iso.datetime(),
    /** Came by signing in as a member of a group, and was added by nobody (REQUIREMENTS U10). */
    isAutoProvisioned: z.boolean(),
    /** Decided here, so that the directory's value is not taken over any more. */
    overrides: z.array(z.enum(['mail', 'language'])),
  });
export type DirectoryIdentity = z.infer<typeof directoryIdentitySchema>;

/** A group that somebody is in and that holds roles here. */
export const memberGroupSchema = z.strictObject({
  userId: z.uuid(),
  objectSid: objectSidSchema,
  name: z.string(),
  /** Names of the groups in between, from the person's own one; null: not known now. */
  path: z.array(z.string()).nullable(),
});

/**
 * The groups of a directory user as they were read last. `expired`, `unreadable`: inherited rights do not count now (U13);
 * `obstacle` is the code of the finding that says why. `gone`: deleted in the directory, so in no group of it any more.
 */
export const membershipSchema = z.strictObject({
  state: z.enum(['current', 'expired', 'unreadable', 'neverRead', 'gone']),
  readAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  domain: z.string(),
  /** All groups of the token, known here or not. */
  tokenGroups: z.int(),
  groups: z.array(memberGroupSchema),
  obstacle: z.string().nullable(),
});
export type Membership = z.infer<typeof membershipSchema>;
