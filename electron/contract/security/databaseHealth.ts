import { z } from 'zod';

export const databaseHealthSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready') }),
  /** The file could not be used; nothing is written until a backup is restored. Newest backup first. */
  z.strictObject({
    state: z.literal('unreadable'),
    file: z.string(),
    reason: z.enum(['missing', 'damaged', 'newerVersion', 'migration']),
    backups: z.array(z.strictObject({ name: z.string(), savedAt: z.iso.datetime() })),
  }),
]);
export type DatabaseHealth = z.infer<typeof databaseHealthSchema>;
