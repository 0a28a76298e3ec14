import type { z } from 'zod';

/** Refuses control characters, and halves of surrogate pairs: UTF-8 has none, so what is stored would be another text. */
export const plainText = (schema: z.ZodString): z.ZodString =>
  schema.refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), { params: { code: 'controlCharacter' } });
