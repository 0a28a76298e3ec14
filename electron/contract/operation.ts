import { oc } from '@orpc/contract';
import { failures } from './failures.ts';
import type { Permission } from './permissions.ts';

/** Where the permissions of an operation have to be held: `inAFolder`, and the service looks at which folder (U29). */
export type PermissionScope = 'everywhere' | 'inAFolder';

/**
 * What a host needs to know of an operation before it runs it.
 * - `query` reads and may be repeated, `command` changes something, `task` runs long and streams progress.
 * - `permissions` are all needed (U25); none: everybody who is signed in.
 */
export type OperationMeta = {
  kind: 'query' | 'command' | 'task';
  permissions: readonly Permission[];
  scope: PermissionScope;
  /** True: one audit row a call, written by the host. */
  audited: boolean;
};

/** One permission, several, or null: none. */
type Needed = Permission | readonly Permission[] | null;

const needed = (permissions: Needed): readonly Permission[] => {
  if (permissions === null) return [];
  return typeof permissions === 'string' ? [permissions] : permissions;
};

const base = oc
  .$meta<OperationMeta>({ kind: 'query', permissions: [], scope: 'everywhere', audited: false })
  .errors(failures);

/** Starts the contract of an operation that reads. */
export const query = (permissions: Needed, scope: PermissionScope = 'everywhere') =>
  base.meta({ kind: 'query', permissions: needed(permissions), scope, audited: false });

/** Starts the contract of an operation that changes something; the host audits each call. */
export const command = (permissions: Needed, scope: PermissionScope = 'everywhere') =>
  base.meta({ kind: 'command', permissions: needed(permissions), scope, audited: true });

/** Starts the contract of a long operation that streams progress and can be cancelled. */
export const task = (permissions: Needed, scope: PermissionScope = 'everywhere') =>
  base.meta({ kind: 'task', permissions: needed(permissions), scope, audited: false });
