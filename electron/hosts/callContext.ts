import type { Note } from '../services/audit/note.ts';
import type { Permission } from '../contract/permissions.ts';
import type { HeldPermissions } from '../services/users/rights/heldPermissions.ts';
import type { Caller, Identity } from '../services/session/identify.ts';
import type { Session } from '../contract/session/session.contract.ts';

/** As typed, in clear. */
export type Credentials = { name: string; password: string };

/** Who calls, through which door. A host makes one for every call, before anything of the call is run. */
export type CallContext = {
  user: string;
  door: Session['door'];
  /** Held everywhere. Null: not signed in. */
  permissions: ReadonlySet<Permission> | null;
  /** What is held in folders besides (U29), for operations whose services look at the folder. */
  folderPermissions?: HeldPermissions['inFolders'];
  /** By what a door knows again who signed in through it; without, the door says itself who calls. */
  caller?: Caller;
  /** Name and password that came with this call alone (RFC 7617). */
  credentials?: Credentials;
  /** Who that is; known in handlers, where there is a caller or were credentials. */
  identity?: Identity;
};

/** What a handler gets. */
export type HandlerContext = CallContext & { note: Note };
