import { fail } from '../../contract/failures.ts';
import { isInFolders, type Permission } from '../../contract/permissions.ts';
import type { UserGrant } from '../../contract/users/user.ts';
import type { Actor } from './actor.ts';
import type { PeopleFacts } from './peopleFacts.ts';
import { isHeld } from './rights/heldPermissions.ts';

type Facts = Pick<PeopleFacts, 'roles' | 'folders'>;

/** Why somebody may not give a role, and the field of the grant that is at fault. */
export type GivingFault =
  | { field: 'roleId' | 'folderId'; code: 'goneMeanwhile'; parameters: Record<never, never> }
  | { field: 'roleId'; code: 'administratorsOnly'; parameters: Record<never, never> }
  | { field: 'roleId'; code: 'rightNotHeld'; parameters: { permission: Permission } };

export const isSameGrant = (one: UserGrant, other: UserGrant): boolean =>
  one.roleId === other.roleId && one.folderId === other.folderId;

/** A right that comes with this grant and that the actor does not hold there; null: the actor holds all. */
const rightNotHeld = (
  { roleId, folderId }: UserGrant,
  actor: Pick<Actor, 'held'>,
  { roles }: Facts,
): Permission | null =>
  (roles.get(roleId)?.permissions ?? [])
    .filter((permission) => folderId === null || isInFolders(permission))
    .find((permission) => !isHeld(actor.held, permission, folderId)) ?? null;

/** What forbids the actor to give this role; null: nothing. Nobody gives more than they hold. */
export const whyNotGivable = (grant: UserGrant, actor: Actor, facts: Facts): GivingFault | null => {
  const { roleId, folderId } = grant;
  const role = facts.roles.get(roleId);
  if (!role) return { field: 'roleId', code: 'goneMeanwhile', parameters: {} };
  if (folderId !== null && !facts.folders.has(folderId))
    return { field: 'folderId', code: 'goneMeanwhile', parameters: {} };
  if (role.isAdministrator && !actor.isAdministrator)
    return { field: 'roleId', code: 'administratorsOnly', parameters: {} };
  const permission = rightNotHeld(grant, actor, facts);
  return permission && { field: 'roleId', code: 'rightNotHeld', parameters: { permission } };
};

/**
 * A right that somebody with these grants has and the actor has not; null: none. Who takes over a user, by a password or by the
 * address that reset mails go to, has that user's rights.
 */
export const rightAbove = (
  grants: readonly UserGrant[],
  actor: Pick<Actor, 'held'>,
  facts: Facts,
): Permission | null => {
  for (const grant of grants) {
    const permission = rightNotHeld(grant, actor, facts);
    if (permission) return permission;
  }
  return null;
};

/**
 * NOT_ALLOWED when one of these grants gives a right that the actor does not hold. Who would take over a user gains it; and who
 * would take such a grant away could take over the user afterwards, and wait for it to be given back.
 */
export const demandNotAbove = (grants: readonly UserGrant[], actor: Actor, facts: Facts): void => {
  const permission = rightAbove(grants, actor, facts);
  if (permission) throw fail('NOT_ALLOWED', { permission });
};

/** The grants of `before` that are not in `after`. */
export const takenGrants = (before: readonly UserGrant[], after: readonly UserGrant[]): UserGrant[] =>
  before.filter((grant) => !after.some((left) => isSameGrant(left, grant)));
