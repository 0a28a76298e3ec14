import { z } from 'zod';
import { languages } from '../../../electron/contract/languages.ts';
import { displayNameSchema, emailAddressSchema } from '../../../electron/contract/mail/address.ts';
import { typedPasswordSchema } from '../../../electron/contract/users/password.ts';

const name = z.string().trim().min(1).max(320);
const password = typedPasswordSchema;
const notRepeated = { path: ['repeated'], params: { code: 'notRepeated' } };

export const signInSchema = z.object({ name, password });

/** A new password instead of the present one. */
export const ownPasswordSchema = z
  .object({ present: password, next: password, repeated: z.string() })
  .refine(({ next, repeated }) => next === repeated, notRepeated);
export const emptyOwnPassword = { present: '', next: '', repeated: '' };

export const forgottenSchema = z.object({ nameOrAddress: name });

/** A new password for the code of a mail. */
export const resetSchema = z
  .object({ name, code: z.string().trim().min(1).max(256), newPassword: password, repeated: z.string() })
  .refine(({ newPassword, repeated }) => newPassword === repeated, notRepeated);

/** A new password for the recovery key. */
export const recoverySchema = z
  .object({ recoveryKey: password, newPassword: password, repeated: z.string() })
  .refine(({ newPassword, repeated }) => newPassword === repeated, notRepeated);

/** What the list of languages has for somebody who takes that of the console. */
export const ofConsole = 'console';

/** The first administrator. */
export const administratorSchema = z
  .object({
    displayName: displayNameSchema,
    mail: z.union([z.literal(''), emailAddressSchema]),
    language: z.enum([ofConsole, ...languages]),
    password,
    repeated: z.string(),
  })
  .refine(({ password: typed, repeated }) => typed === repeated, notRepeated);
