import { z } from 'zod';

/** The name of a variable of the environment, as Windows and POSIX take it. */
export const environmentNameSchema = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(255)
  .refine((name) => /^[A-Za-z_][A-Za-z0-9_()]*$/.test(name), { params: { code: 'environmentName' } });

/** A field that is typed, or read from a variable of the environment each time (REQUIREMENTS A11). */
export const fieldOf = <Value extends z.ZodType<string>>(value: Value) =>
  z.discriminatedUnion('source', [
    z.strictObject({ source: z.literal('value'), value }),
    z.strictObject({ source: z.literal('environment'), name: environmentNameSchema }),
  ]);
export type Field = z.infer<ReturnType<typeof fieldOf<z.ZodType<string>>>>;
