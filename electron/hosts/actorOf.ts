import type { Actor } from '../services/users/actor.ts';
import type { HandlerContext } from './callContext.ts';

/** Who calls, as the rules of users look at that person. Before there is an administrator that is nobody in particular. */
export const actorOf = ({ permissions, folderPermissions, identity, note }: HandlerContext): Actor => ({
  userId: identity?.state === 'signedIn' ? identity.userId : null,
  isAdministrator: identity?.state === 'signedIn' ? identity.isAdministrator : identity?.state === 'starting',
  note,
  held: { everywhere: permissions ?? new Set(), inFolders: folderPermissions ?? new Map() },
});
