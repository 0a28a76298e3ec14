import type { Kysely } from 'kysely';
import type { Folder } from '../../contract/users/folder.ts';
import type { HolderCounts } from '../../contract/users/holders.ts';
import type { FolderRow, Tables } from '../database/tables.ts';
import { nobody, readHolderCounts, sameHolders } from './holderCounts.ts';
import { nameKey } from './nameKey.ts';

/** How a move ended: `ring`, the folder would lie in itself; `stale`, it is not of that revision. */
export type FolderMove = 'moved' | 'ring' | 'stale';

/** Throws `isTaken` errors for a name that another folder beside it has. */
export type FolderStore = {
  /** By name. */
  list: () => Promise<Folder[]>;
  find: (id: string) => Promise<Folder | null>;
  add: (folder: Omit<Folder, 'revision'>) => Promise<void>;
  /** False when the folder is not, or no longer, of this revision. */
  rename: (id: string, revision: number, name: string) => Promise<boolean>;
  move: (id: string, revision: number, parentId: string | null) => Promise<FolderMove>;
  /** How many folders lie in it, directly, and who holds a role for it. */
  countContent: (id: string) => Promise<{ folders: number; holders: HolderCounts }>;
  /** False when it is not of this revision, holds folders, or others hold a role for it than is expected. */
  remove: (id: string, revision: number, expected: HolderCounts) => Promise<boolean>;
};

type Query = () => Promise<Kysely<Tables>>;

const toFolder = ({ id, revision, parentId, name }: FolderRow): Folder => ({ id, revision, parentId, name });

const change = async (
  database: Kysely<Tables>,
  { id, revision }: Pick<Folder, 'id' | 'revision'>,
  values: Partial<Pick<FolderRow, 'name' | 'nameKey' | 'parentId'>>,
): Promise<boolean> => {
  const { numUpdatedRows } = await database
    .updateTable('folders')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** True when `id` is the folder `within`, or lies somewhere in it. */
const isWithin = async (database: Kysely<Tables>, id: string, within: string): Promise<boolean> => {
  const found = await database
    .withRecursive('above', (above) =>
      above
        .selectFrom('folders')
        .select(['id', 'parentId'])
        .where('id', '=', id)
        .union(
          above
            .selectFrom('folders')
            .innerJoin('above', 'above.parentId', 'folders.id')
            .select(['folders.id', 'folders.parentId']),
        ),
    )
    .selectFrom('above')
    .select('id')
    .where('id', '=', within)
    .executeTakeFirst();
  return found !== undefined;
};

const readContent = async (
  database: Kysely<Tables>,
  id: string,
): Promise<{ folders: number; holders: HolderCounts }> => {
  const { folders } = await database
    .selectFrom('folders')
    .where('parentId', '=', id)
    .select(({ fn }) => fn.countAll<number>().as('folders'))
    .executeTakeFirstOrThrow();
  const counts = await readHolderCounts(database, 'folderId', [id]);
  return { folders, holders: counts.get(id) ?? nobody };
};

const createWriting = (query: Query): Pick<FolderStore, 'add' | 'rename' | 'move' | 'remove'> => ({
  add: async ({ id, parentId, name }) => {
    const row = { id, parentId, name, nameKey: nameKey(name), revision: 1 };
    await (await query()).insertInto('folders').values(row).execute();
  },

  rename: async (id, revision, name) =>
    change(await query(), { id, revision }, { name, nameKey: nameKey(name) }),

  move: async (id, revision, parentId) =>
    (await query()).transaction().execute(async (transaction): Promise<FolderMove> => {
      if (parentId !== null && (await isWithin(transaction, parentId, id))) return 'ring';
      return (await change(transaction, { id, revision }, { parentId })) ? 'moved' : 'stale';
    }),

  remove: async (id, revision, expected) =>
    (await query()).transaction().execute(async (transaction) => {
      const { folders, holders } = await readContent(transaction, id);
      if (folders > 0 || !sameHolders(holders, expected)) return false;
      const { numDeletedRows } = await transaction
        .deleteFrom('folders')
        .where('id', '=', id)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    }),
});

/** Folders in the table of that name. */
export const createFolderStore = (query: Query): FolderStore => ({
  ...createWriting(query),

  list: async () => {
    const rows = await (await query()).selectFrom('folders').selectAll().orderBy('nameKey').execute();
    return rows.map(toFolder);
  },

  find: async (id) => {
    const row = await (
      await query()
    )
      .selectFrom('folders')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? toFolder(row) : null;
  },

  countContent: async (id) => readContent(await query(), id),
});
