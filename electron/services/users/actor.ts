import { fail } from '../../contract/failures.ts';
import type { Permission } from '../../contract/permissions.ts';

/** Who asks for something, as the rules of users look at that person. */
export type Actor = {
  /** Null: the person who started the program. */
  userId: string | null;
  /** Holds role Administrator everywhere. */
  isAdministrator: boolean;
  /** In this folder, or everywhere for null. */
  holds: (permission: Permission, folderId: string | null) => boolean;
};

/** NOT_ALLOWED when one of these rights is not held everywhere. */
export const demandRights = (actor: Actor, ...permissions: readonly Permission[]): void => {
  for (const permission of permissions)
    if (!actor.holds(permission, null)) throw fail('NOT_ALLOWED', { permission });
};
