import type { FolderService } from '../../services/users/folderService.ts';
import { actorOf } from '../actorOf.ts';
import type { Implementer } from '../implementer.ts';

/** Answers the operations of `folders`; failures are those of the service. */
export const createFoldersOperations = (os: Implementer, folders: FolderService) => ({
  listFolders: os.folders.listFolders.handler(async ({ context }) => ({
    folders: await folders.listFolders(actorOf(context)),
  })),
  createFolder: os.folders.createFolder.handler(async ({ input, context }) => ({
    folder: await folders.createFolder(input, actorOf(context)),
  })),
  saveFolder: os.folders.saveFolder.handler(async ({ input, context }) => ({
    folder: await folders.saveFolder(input, actorOf(context)),
  })),
  moveFolder: os.folders.moveFolder.handler(async ({ input, context }) => ({
    folder: await folders.moveFolder(input, actorOf(context)),
  })),
  previewDeletion: os.folders.previewDeletion.handler(({ input, context }) =>
    folders.previewDeletion(input.id, actorOf(context)),
  ),
  deleteFolder: os.folders.deleteFolder.handler(async ({ input, context }) => {
    await folders.deleteFolder(input, actorOf(context));
    return {};
  }),
});
