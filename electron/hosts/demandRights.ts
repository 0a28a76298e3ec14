import { fail } from '../contract/failures.ts';
import type { OperationMeta } from '../contract/operation.ts';
import { type HeldPermissions, isHeldSomewhere } from '../services/users/rights/heldPermissions.ts';
import type { CallContext } from './callContext.ts';

const noFolders: HeldPermissions['inFolders'] = new Map();

/**
 * NOT_SIGNED_IN, or NOT_ALLOWED with the first permission that the caller lacks. For the scope `inAFolder` it is enough
 * to hold it in one. Who has to replace the password first is signed in for that alone. DATABASE_UNREADABLE for what is
 * lacked only because the rights cannot be read.
 */
export const demandRights = (
  {
    permissions,
    folderPermissions = noFolders,
    identity,
  }: Pick<CallContext, 'permissions' | 'folderPermissions' | 'identity'>,
  { permissions: needed, scope, access }: Pick<OperationMeta, 'permissions' | 'scope' | 'access'>,
): void => {
  if (access === 'everybody') return;
  if (permissions === null || identity?.state === 'mustChangePassword') throw fail('NOT_SIGNED_IN', {});
  const inFolders = scope === 'inAFolder' ? folderPermissions : noFolders;
  const lacking = needed.find(
    (permission) => !isHeldSomewhere({ everywhere: permissions, inFolders }, permission),
  );
  if (lacking === undefined) return;
  throw identity?.state === 'unreadable' ? identity.refusal : fail('NOT_ALLOWED', { permission: lacking });
};
