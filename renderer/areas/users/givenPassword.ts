import { z } from 'zod';
import { typedPasswordSchema } from '../../../electron/contract/users/password.ts';

/** A password for somebody else, typed twice. */
export const givenPasswordSchema = z
  .object({ password: typedPasswordSchema, repeated: z.string() })
  .refine(({ password, repeated }) => password === repeated, {
    path: ['repeated'],
    params: { code: 'notRepeated' },
  });

export const noPassword = { password: '', repeated: '' };
