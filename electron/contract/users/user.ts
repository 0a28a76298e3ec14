import { z } from 'zod';
import { directoryIdentitySchema } from '../directory/membership.ts';
import { languageSchema } from '../languages.ts';
import { displayNameSchema, emailAddressSchema } from '../mail/address.ts';

export const userKinds = ['localUser', 'directoryUser', 'directoryGroup'] as const;
export const userKindSchema = z.enum(userKinds);
export type UserKind = z.infer<typeof userKindSchema>;

/** Scripts that have letters of the same look: a name of two of them passes for another one (UTS 39, 4 and 5.2). */
const alikeScripts = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Cherokee', 'Coptic', 'Lisu'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
const mixesScripts = (name: string): boolean => alikeScripts.filter((script) => script.test(name)).length > 1;

/**
 * Beside letters and digits the marks that many scripts write over and under them. What is not to be seen is none, and in the
 * scripts above a letter and its mark are one sign (NFC): one more would hide.
 */
const isWritten = (name: string): boolean =>
  /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(name) &&
  !(/\p{M}/u.test(name) && alikeScripts.some((script) => script.test(name)));

/** The name that a local user signs in with: what no directory name can be, so that the two never meet (U19). */
export const userNameSchema = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, { abort: true })
  .max(64)
  .refine(isWritten, { params: { code: 'userName' }, abort: true })
  .refine((name) => !mixesScripts(name), { params: { code: 'mixedScripts' } });

/** Where a role is held; `folderId` null: everywhere. */
export const userGrantSchema = z.strictObject({ roleId: z.uuid(), folderId: z.uuid().nullable() });
export type UserGrant = z.infer<typeof userGrantSchema>;

/** What an administrator decides of a local user. */
export const userValuesSchema = z.strictObject({
  name: userNameSchema,
  displayName: displayNameSchema,
  mail: emailAddressSchema.nullable(),
  /** Null: that of the console. */
  language: languageSchema.nullable(),
  isActive: z.boolean(),
  mayUseBasicAuthentication: z.boolean(),
  mustChangePassword: z.boolean(),
});
export type UserValues = z.infer<typeof userValuesSchema>;

/**
 * The same, to be saved. Left out stays as it is: the user may have chosen another language, or a new password, since the
 * rest was read; and the names of who is in a directory are not for a form to send.
 */
export const savedUserValuesSchema = userValuesSchema.partial({
  ...{ name: true, displayName: true },
  ...{ language: true, mustChangePassword: true },
});
export type SavedUserValues = z.infer<typeof savedUserValuesSchema>;

/** One line of the list of users. */
export const userSummarySchema = z.strictObject({
  id: z.uuid(),
  kind: userKindSchema,
  name: z.string(),
  displayName: z.string(),
  mail: z.string().nullable(),
  isActive: z.boolean(),
  isBuiltIn: z.boolean(),
  /** Null: not locked. */
  lockedUntil: z.iso.datetime().nullable(),
  lastSignInAt: z.iso.datetime().nullable(),
  /** Explicit roles, each once, wherever it is held. */
  roleIds: z.array(z.uuid()),
  /** Roles that groups give, each once, by what was read of these groups last. */
  inheritedRoleIds: z.array(z.uuid()),
  /** Null: a local user. */
  directory: directoryIdentitySchema.nullable(),
});
export type UserSummary = z.infer<typeof userSummarySchema>;

export const userColumns = ['name', 'displayName', 'mail', 'kind', 'lastSignInAt'] as const;

/** Which users are wanted, in which order, and which part of them. */
export const userQuerySchema = z.strictObject({
  /** Looks in name, display name and e-mail address. */
  search: z.string().max(256),
  kind: userKindSchema.nullable(),
  state: z.enum(['active', 'inactive', 'locked']).nullable(),
  roleId: z.uuid().nullable(),
  folderId: z.uuid().nullable(),
  sort: z.strictObject({ column: z.enum(userColumns), descending: z.boolean() }),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(500),
});
export type UserQuery = z.infer<typeof userQuerySchema>;
