import { permissions } from '../contract/permissions.ts';
import type { Permission } from '../contract/permissions.ts';
import type { BasicAuthentication } from '../services/session/basicAuthentication.ts';
import { type Note, noteNothing } from '../services/audit/note.ts';
import type { Identify, Identity } from '../services/session/identify.ts';
import type { CallContext } from './callContext.ts';

type Person = Pick<CallContext, 'user' | 'permissions' | 'folderPermissions'>;

/** Enough to restore the database, and nothing that it would have to decide. */
const whileUnreadable: readonly Permission[] = ['security.view', 'security.edit'];

const toPerson = (identity: Identity, { user }: CallContext): Person => {
  switch (identity.state) {
    case 'starting':
      return { user, permissions: new Set(permissions) };
    case 'unreadable':
      return { user, permissions: new Set(whileUnreadable) };
    case 'signedIn': {
      const { name, held } = identity;
      return { user: name, permissions: held.everywhere, folderPermissions: held.inFolders };
    }
    case 'mustChangePassword':
      return { user: identity.name, permissions: new Set() };
    case 'signedOut':
      return { user: '', permissions: null };
  }
};

export type IdentifyParts = {
  identify: Identify;
  basic: BasicAuthentication;
  /** The name of this machine: all doors are on it. */
  machine: string;
};

/**
 * Puts who really calls into the context that a door made; one with neither a caller nor credentials stays as the door
 * made it. `isUse`: the call keeps a session from ending as idle. `note`: told how a password was judged.
 */
export const createIdentifyCaller = ({ identify, basic, machine }: IdentifyParts) => {
  const identityOf = (
    { caller, credentials, door }: CallContext,
    isUse: boolean,
    note: Note,
  ): Promise<Identity> | null => {
    if (credentials) return basic({ ...credentials, origin: { door, machine } }, note);
    return caller ? identify(caller, isUse) : null;
  };

  return async (
    { credentials, ...context }: CallContext,
    isUse: boolean,
    note: Note = noteNothing,
  ): Promise<CallContext> => {
    const identity = await identityOf(credentials ? { ...context, credentials } : context, isUse, note);
    return identity ? { ...context, ...toPerson(identity, context), identity } : context;
  };
};

export type IdentifyCaller = ReturnType<typeof createIdentifyCaller>;
