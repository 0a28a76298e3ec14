import { permissions } from '../contract/permissions.ts';
import type { Permission } from '../contract/permissions.ts';
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

/** Puts who really calls into the context that a door made; one without a caller stays as the door made it. */
export const createIdentifyCaller =
  (identify: Identify) =>
  async (context: CallContext): Promise<CallContext> => {
    if (!context.caller) return context;
    const identity = await identify(context.caller);
    return { ...context, ...toPerson(identity, context), identity };
  };

export type IdentifyCaller = ReturnType<typeof createIdentifyCaller>;
