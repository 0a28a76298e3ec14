import { fail } from '../../contract/failures.ts';
import type { Note } from '../audit/note.ts';
import type { Permission } from '../../contract/permissions.ts';
import { type HeldPermissions, isHeld } from './rights/heldPermissions.ts';

/** Who asks for something, as the rules of users look at that person. */
export type Actor = {
  /** Null: the person who started the program. */
  userId: string | null;
  /** Holds role Administrator everywhere. */
  isAdministrator: boolean;
  held: HeldPermissions;
  /** Told what was done, for the audit. */
  note: Note;
};

/** ADMINISTRATOR_REQUIRED when the actor is none. */
export const demandAdministrator = ({ isAdministrator }: Pick<Actor, 'isAdministrator'>): void => {
  if (!isAdministrator) throw fail('ADMINISTRATOR_REQUIRED', {});
};

/** NOT_ALLOWED when one of these rights is not held everywhere. */
export const demandRights = (actor: Actor, ...permissions: readonly Permission[]): void => {
  for (const permission of permissions)
    if (!isHeld(actor.held, permission, null)) throw fail('NOT_ALLOWED', { permission });
};
