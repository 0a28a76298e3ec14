import { z } from 'zod';
import { plainText } from '../plainText.ts';
import { trimmedText } from '../trimmed.ts';
import { environmentNameSchema, fieldOf } from './field.ts';

/** A private key of RSA with 8,192 bits has 6,388 characters in PEM (RFC 7468). */
const mostCharacters = 16_384;

/** NUL would end one field of AUTH PLAIN and begin another (RFC 4616 2); half a surrogate pair cannot be sent as UTF-8. */
export const typedSecretSchema = z
  .string()
  .min(1)
  .max(mostCharacters)
  .refine((secret) => secret.isWellFormed() && !secret.includes('\0'), {
    params: { code: 'unusableCharacter' },
  });

/** `keep` leaves what is stored for this target; `set` replaces it. A secret is written, never read. */
export const secretWriteSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('keep') }),
  z.strictObject({ action: z.literal('set'), value: typedSecretSchema }),
]);

/** Where a password comes from (REQUIREMENTS A11): the vault, a variable of the environment, or an insecure string. */
export const passwordWriteSchema = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('vault'), secret: secretWriteSchema }),
  z.strictObject({ source: z.literal('environment'), name: environmentNameSchema }),
  z.strictObject({ source: z.literal('insecure'), secret: secretWriteSchema }),
]);
export type PasswordWrite = z.infer<typeof passwordWriteSchema>;

/** What a page may know of a password. */
export const passwordViewSchema = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('vault'), stored: z.boolean() }),
  z.strictObject({ source: z.literal('environment'), name: z.string() }),
  z.strictObject({ source: z.literal('insecure'), stored: z.boolean() }),
]);
export type PasswordView = z.infer<typeof passwordViewSchema>;

export const accountNameSchema = plainText(trimmedText().min(1).max(512));

export const userNameSchema = fieldOf(accountNameSchema);
export type UserName = z.infer<typeof userNameSchema>;
