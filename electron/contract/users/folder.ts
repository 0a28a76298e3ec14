import { z } from 'zod';
import { plainText } from '../plainText.ts';

export const mostFolders = 1_000;

/** No two folders that lie in the same one have the same name, whatever the case. */
export const folderNameSchema = plainText(z.string().trim().min(1).max(64));

/** A folder that mail profiles lie in (REQUIREMENTS U29); `parentId` null: it lies in none. */
export const folderSchema = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  parentId: z.uuid().nullable(),
  name: z.string(),
});
export type Folder = z.infer<typeof folderSchema>;
