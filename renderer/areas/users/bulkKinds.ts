import type { BulkAction } from '../../../electron/contract/users/bulk.ts';
import { useMay } from '../../shell/useSession.ts';

export const bulkKinds = ['activate', 'deactivate', 'unlock', 'addRole', 'removeRole', 'delete'] as const;
export type BulkKind = (typeof bulkKinds)[number];

type RoleChoice = { roleId: string | null; folderId: string | null };

export const takesRole = (kind: BulkKind): kind is 'addRole' | 'removeRole' =>
  kind === 'addRole' || kind === 'removeRole';

/** Those that decide whether a group gives its members anything. */
export const isGroupKind = (kind: BulkKind): kind is 'activate' | 'deactivate' | 'delete' =>
  kind === 'activate' || kind === 'deactivate' || kind === 'delete';

/** The action that is meant; null as long as it needs a role that is not chosen. */
export const actionOf = (kind: BulkKind, { roleId, folderId }: RoleChoice): BulkAction | null => {
  if (!takesRole(kind)) return { kind };
  return roleId === null ? null : { kind, roleId, folderId };
};

/** What the person may do to many users at once (REQUIREMENTS U25). */
export const useBulkKinds = (): readonly BulkKind[] => {
  const mayEdit = useMay('users.edit');
  const mayDelete = useMay('users.delete');
  const mayEditRoles = useMay('roles.edit');
  const mayViewRoles = useMay('roles.view');
  return bulkKinds.filter((kind) => {
    if (kind === 'delete') return mayDelete;
    return takesRole(kind) ? mayViewRoles && (mayEdit || mayEditRoles) : mayEdit;
  });
};
