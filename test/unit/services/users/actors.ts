import { type Permission, permissions } from '../../../../electron/contract/permissions.ts';
import { noteNothing } from '../../../../electron/services/audit/note.ts';
import type { Actor } from '../../../../electron/services/users/actor.ts';

/** Holds role Administrator everywhere. */
export const administrator: Actor = {
  userId: null,
  isAdministrator: true,
  note: noteNothing,
  held: { everywhere: new Set(permissions), inFolders: new Map() },
};

/** Holds these permissions everywhere, and others in folders. */
export const personWith = (
  everywhere: readonly Permission[],
  inFolders: Readonly<Record<string, readonly Permission[]>> = {},
): Actor => ({
  userId: null,
  isAdministrator: false,
  note: noteNothing,
  held: {
    everywhere: new Set(everywhere),
    inFolders: new Map(Object.entries(inFolders).map(([id, held]) => [id, new Set(held)])),
  },
});
