import { z } from 'zod';
import { command, query } from '../operation.ts';
import { additionOutcomeSchema, additionPreviewSchema, additionSchema } from './addition.ts';
import { directoryObjectSchema, knownDomainSchema, objectKinds } from './directoryObject.ts';
import { domainNameSchema } from './directoryValues.ts';
import { membershipSchema } from './membership.ts';

const user = z.strictObject({ userId: z.uuid() });

export const searchObjectsInputSchema = z.strictObject({
  domain: domainNameSchema,
  /** Looked for at the beginning of name, account name, user principal name and address. */
  text: z.string().trim().min(1).max(256),
  kinds: z.array(z.enum(objectKinds)).min(1),
});
export type SearchObjectsInput = z.infer<typeof searchObjectsInputSchema>;

/** Users and groups of the directory: choosing them, and what groups people are in. The other half of `directory`. */
export const directoryPeopleContract = {
  /** Our domain and those of the trusts (U06). `refresh`: read anew, whatever its age. NOT_FOUND: no directory is set. */
  listDomains: query('directory.view')
    .input(z.strictObject({ refresh: z.boolean() }))
    .output(z.strictObject({ readAt: z.iso.datetime(), domains: z.array(knownDomainSchema) })),
  /**
   * DIRECTORY_UNREACHABLE; INVALID_INPUT at `text` when it is shorter than the settings demand; NOT_FOUND for a domain that
   * `listDomains` does not name, or that its trust keeps from us: no other one is ever asked.
   */
  searchObjects: query(['directory.view', 'users.view'])
    .input(searchObjectsInputSchema)
    .output(
      z.strictObject({
        objects: z.array(directoryObjectSchema),
        /** Why there may be more. */
        cutBy: z.enum(['size', 'time']).nullable(),
      }),
    ),
  /** Who would gain what; changes nothing. DIRECTORY_UNREACHABLE, INVALID_INPUT; NOT_FOUND for domains as in `searchObjects`. */
  previewAddition: query(['directory.view', 'users.view', 'roles.view'])
    .input(additionSchema)
    .output(additionPreviewSchema),
  /** Adds users and groups as references (U09). CONFLICT when it would do something else than the preview said. */
  addObjects: command(['directory.view', 'users.create', 'roles.view'], { subject: null })
    .input(
      additionSchema.extend({
        fingerprint: z.string().length(64),
        /** The number of those who gain, typed by who adds; null: not asked. */
        confirmedGaining: z.int().nullable(),
      }),
    )
    .output(additionOutcomeSchema),
  /** Takes an addition back. CONFLICT when one of them was changed since; NOT_FOUND after the program ended. */
  undoAddition: command(['directory.view', 'users.create', 'roles.view'], { subject: null })
    .input(z.strictObject({ additionId: z.uuid() }))
    .output(z.strictObject({})),
  /** The groups of a directory user as they are known now, and how that person is in them. NOT_FOUND. */
  getMembership: query('users.view').input(user).output(membershipSchema),
  /** Reads them anew, and who the user is there. NOT_FOUND, DIRECTORY_UNREACHABLE. */
  refreshMembership: command(['users.view', 'users.edit'], { subject: 'userId' })
    .input(user)
    .output(membershipSchema),
};
