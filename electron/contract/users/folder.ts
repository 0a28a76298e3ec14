import { z } from 'zod';

export const mostFolders = 1_000;

/** No two folders that lie in the same one have the same name, whatever the case. */
export const folderNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .refine((name) => !/\p{Cc}/u.test(name), { params: { code: 'controlCharacter' } });

/** A folder that mail profiles lie in (REQUIREMENTS U29); `parentId` null: it lies in none. */
export const folderSchema = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  parentId: z.uuid().nullable(),
  name: z.string(),
});
export type Folder = z.infer<typeof folderSchema>;
