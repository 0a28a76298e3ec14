import { z } from 'zod';
import { command, query } from '../operation.ts';
import { folderNameSchema, folderSchema } from '../users/folder.ts';
import { holderCountsSchema } from '../users/holders.ts';

const id = z.strictObject({ id: z.uuid() });
const revision = z.strictObject({ revision: z.int().nonnegative() });
const parent = z.strictObject({ parentId: z.uuid().nullable() });
const name = z.strictObject({ name: folderNameSchema });
const folder = z.strictObject({ folder: folderSchema });

/** Rights count in the folder that is meant (REQUIREMENTS U29); for a folder that lies in none: everywhere. */
export const foldersContract = {
  /** Those that the caller may see, by name; the one that a folder lies in may be missing. */
  listFolders: query('folders.view', 'inAFolder').output(z.strictObject({ folders: z.array(folderSchema) })),
  /** Needs the right in the folder that it will lie in. */
  createFolder: command('folders.create', { subject: 'name' }, 'inAFolder')
    .input(name.extend(parent.shape))
    .output(folder),
  /** Gives a folder another name. CONFLICT. */
  saveFolder: command('folders.edit', { subject: 'id' }, 'inAFolder')
    .input(id.extend({ ...revision.shape, ...name.shape }))
    .output(folder),
  /**
   * Puts a folder with all below it into another one. CONFLICT; NOT_ALLOWED also when the caller would gain a right in it
   * by that.
   */
  moveFolder: command('folders.edit', { subject: 'id' }, 'inAFolder')
    .route({ description: 'Both for the folder that it leaves and for the one that it gets into.' })
    .input(id.extend({ ...revision.shape, ...parent.shape }))
    .output(folder),
  /** What lies in a folder, and who would lose a role in it with `deleteFolder`. Only an empty one can be deleted. */
  previewDeletion: query('folders.view', 'inAFolder')
    .input(id)
    .output(revision.extend({ folders: z.int(), profiles: z.int(), holders: holderCountsSchema })),
  /** `holders` as the preview said; CONFLICT when that is no longer so. */
  deleteFolder: command('folders.delete', { subject: 'id' }, 'inAFolder')
    .input(id.extend({ ...revision.shape, holders: holderCountsSchema }))
    .output(z.strictObject({})),
};
