import { z } from 'zod';
import { findingSchema } from '../proof/finding.ts';

/** objectGUID as text (MS-DTYP 2.3.4), lower case; objectSid as text (MS-DTYP 2.4.2). */
export const objectGuidSchema = z.guid().toLowerCase();
export const objectSidSchema = z.string().regex(/^S-1-\d{1,15}(?:-\d{1,10}){0,15}$/);

export const objectKinds = ['directoryUser', 'directoryGroup'] as const;

/**
 * Whom a group counts for (MS-ADTS 2.2.12). `domainLocal`: it comes into the token of people of its own domain, and of nobody else
 * when the groups are read at a controller of another one.
 */
export const groupScopes = ['domainLocal', 'global', 'universal'] as const;

/** A user or group of the directory, as the search finds it. */
export const directoryObjectSchema = z.strictObject({
  objectGuid: objectGuidSchema,
  objectSid: objectSidSchema,
  kind: z.enum(objectKinds),
  /** Null: a user. */
  scope: z.enum(groupScopes).nullable(),
  /** DNS name of the domain that it is in. */
  domain: z.string(),
  /** `CORP\\anna`. */
  accountName: z.string(),
  /** Null where it has none, as groups. */
  userPrincipalName: z.string().nullable(),
  displayName: z.string(),
  mail: z.string().nullable(),
  distinguishedName: z.string(),
  isDisabled: z.boolean(),
  /** The id here of an object that is known already; null: it is not. */
  userId: z.uuid().nullable(),
});
export type DirectoryObject = z.infer<typeof directoryObjectSchema>;

/** How a domain is bound to ours: the domain itself, one of its forest, or one that is trusted (MS-ADTS 6.1.6). */
export const trustDirections = ['own', 'inbound', 'outbound', 'bidirectional', 'disabled'] as const;

/** A domain whose users and groups can be chosen, or why they cannot (REQUIREMENTS U06). */
export const knownDomainSchema = z.strictObject({
  /** DNS name. */
  name: z.string(),
  netbiosName: z.string(),
  direction: z.enum(trustDirections),
  kind: z.enum(['own', 'sameForest', 'forest', 'external', 'realm']),
  isTransitive: z.boolean(),
  /** Null: a controller answers, and nothing is known that keeps the identity that reads from asking there. */
  obstacle: findingSchema.nullable(),
});
export type KnownDomain = z.infer<typeof knownDomainSchema>;
