import { randomUUID } from 'node:crypto';
import { fail, refuseField } from '../../contract/failures.ts';
import { isInFolders, type Permission, permissions } from '../../contract/permissions.ts';
import { type Folder, mostFolders } from '../../contract/users/folder.ts';
import type { HolderCounts } from '../../contract/users/holders.ts';
import { isTaken } from '../../stores/database/sqliteError.ts';
import type { FolderStore } from '../../stores/users/folderStore.ts';
import { valueChanges } from '../audit/valueChanges.ts';
import type { Actor } from './actor.ts';
import { gainedByMove, isHeld } from './rights/heldPermissions.ts';

export type FolderParts = {
  folders: FolderStore;
  /** How many mail profiles lie in a folder itself. */
  countProfiles: (folderId: string) => Promise<number>;
  /** Runs `work` while no profile is saved or moved. */
  holdProfiles: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

type NewFolder = Pick<Folder, 'parentId' | 'name'>;
type RenameRequest = Omit<Folder, 'parentId'>;
type MoveRequest = Omit<Folder, 'name'>;
type DeleteRequest = { id: string; revision: number; holders: HolderCounts };
type DeletionPreview = { revision: number; folders: number; profiles: number; holders: HolderCounts };

const demandRight = (actor: Actor, permission: Permission, folderId: string | null): void => {
  if (!isHeld(actor.held, permission, folderId)) throw fail('NOT_ALLOWED', { permission });
};

/** NOT_ALLOWED when the actor would hold a right in the folder, once it lies in `parentId`, that is not held in it now. */
const demandNoGain = (actor: Actor, folderId: string, parentId: string | null): void => {
  const move = { from: folderId, to: parentId };
  const permission = gainedByMove(actor.held, permissions.filter(isInFolders), move);
  if (permission) throw fail('NOT_ALLOWED', { permission });
};

/** The field that a name was given by, for INVALID_INPUT when another folder there has it. */
const namedOnce = async <Result>(
  field: 'name' | 'parentId',
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw isTaken(error) ? refuseField([field], 'folderNameTaken') : error;
  }
};

const createDemands = ({ folders }: FolderParts) => {
  const demand = async (id: string): Promise<Folder> => {
    const folder = await folders.find(id);
    if (!folder) throw fail('NOT_FOUND', {});
    return folder;
  };
  /** What has changed of a folder, for the audit. */
  const changes = async (before: Folder | null, after: Folder | null) => {
    const parentName = async ({ parentId }: Folder) =>
      parentId === null ? null : ((await folders.find(parentId))?.name ?? parentId);
    const describe = async (folder: Folder) => ({ name: folder.name, parent: await parentName(folder) });
    return valueChanges('folder', before && (await describe(before)), after && (await describe(after)));
  };

  return {
    ...{ demand, changes },

    /** The folder as it was when it was read. */
    demandUnchanged: async (id: string, revision: number, { note }: Actor): Promise<Folder> => {
      const folder = await demand(id);
      note({ subject: folder.name });
      if (folder.revision !== revision) throw fail('CONFLICT', { revision: folder.revision });
      return folder;
    },

    demandParent: async (parentId: string | null): Promise<void> => {
      if (parentId !== null && !(await folders.find(parentId)))
        throw refuseField(['parentId'], 'goneMeanwhile');
    },

    /** What another one did since this one looked. */
    conflict: async (id: string) => fail('CONFLICT', { revision: (await demand(id)).revision }),
  };
};

const createChanges = (parts: FolderParts) => {
  const { folders } = parts;
  const { demand, changes, demandUnchanged, demandParent, conflict } = createDemands(parts);

  /** The folder as it is now. */
  const noteChanges = async (before: Folder | null, id: string, { note }: Actor): Promise<Folder> => {
    const after = await demand(id);
    note({ changes: await changes(before, after) });
    return after;
  };

  return {
    createFolder: async ({ parentId, name }: NewFolder, actor: Actor): Promise<Folder> => {
      demandRight(actor, 'folders.create', parentId);
      await demandParent(parentId);
      if ((await folders.list()).length >= mostFolders)
        throw refuseField([], 'tooManyFolders', { limit: mostFolders });
      const id = randomUUID();
      await namedOnce('name', () => folders.add({ id, parentId, name }));
      return noteChanges(null, id, actor);
    },

    saveFolder: async ({ id, revision, name }: RenameRequest, actor: Actor): Promise<Folder> => {
      demandRight(actor, 'folders.edit', id);
      const before = await demandUnchanged(id, revision, actor);
      if (!(await namedOnce('name', () => folders.rename(id, revision, name)))) throw await conflict(id);
      return noteChanges(before, id, actor);
    },

    moveFolder: async ({ id, revision, parentId }: MoveRequest, actor: Actor): Promise<Folder> => {
      demandRight(actor, 'folders.edit', id);
      demandRight(actor, 'folders.edit', parentId);
      demandNoGain(actor, id, parentId);
      const before = await demandUnchanged(id, revision, actor);
      await demandParent(parentId);
      const move = await namedOnce('parentId', () => folders.move(id, revision, parentId));
      if (move === 'ring') throw refuseField(['parentId'], 'folderRing');
      if (move === 'stale') throw await conflict(id);
      return noteChanges(before, id, actor);
    },
  };
};

const createDeletion = (parts: FolderParts) => {
  const { folders, countProfiles, holdProfiles } = parts;
  const { demand, changes, demandUnchanged, conflict } = createDemands(parts);

  const preview = async (id: string): Promise<DeletionPreview> => {
    const { revision } = await demand(id);
    return { revision, ...(await folders.countContent(id)), profiles: await countProfiles(id) };
  };

  return {
    previewDeletion: async (id: string, actor: Actor): Promise<DeletionPreview> => {
      demandRight(actor, 'folders.view', id);
      return preview(id);
    },

    /** INVALID_INPUT when folders or profiles lie in it; CONFLICT also when others hold a role for it than the preview said. */
    deleteFolder: async ({ id, revision, holders }: DeleteRequest, actor: Actor): Promise<void> => {
      demandRight(actor, 'folders.delete', id);
      const before = await demandUnchanged(id, revision, actor);
      const gone = await changes(before, null);
      await holdProfiles(async () => {
        const { folders: inside, profiles } = await preview(id);
        if (inside + profiles > 0) throw refuseField(['id'], 'folderNotEmpty', { folders: inside, profiles });
        if (!(await folders.remove(id, revision, holders))) throw await conflict(id);
      });
      actor.note({ changes: gone });
    },
  };
};

/** Folders of mail profiles (U29). Each call: NOT_ALLOWED for the folder that is meant; changes: NOT_FOUND, CONFLICT, INVALID_INPUT. */
export const createFolderService = (parts: FolderParts) => ({
  ...createChanges(parts),
  ...createDeletion(parts),

  /** Those that the actor may see, by name. */
  listFolders: async (actor: Actor): Promise<Folder[]> =>
    (await parts.folders.list()).filter(({ id }) => isHeld(actor.held, 'folders.view', id)),
});

export type FolderService = ReturnType<typeof createFolderService>;
