import { oc } from '@orpc/contract';
import { failures } from './failures.ts';
import type { Permission } from './permissions.ts';

/** Where the permissions of an operation have to be held: `inAFolder`, and the service looks at which folder (U29). */
export type PermissionScope = 'everywhere' | 'inAFolder';

/**
 * What a host needs to know of an operation before it runs it.
 * - `query` reads and may be repeated, `command` changes something, `task` runs long and streams progress.
 * - `permissions` are all needed (U25); none: everybody who is signed in.
 * - `access` `everybody`: also who is not, to sign in and to explain an error.
 * - `isUse` false: pages ask it by themselves, again and again, so it does not keep a session from ending as idle.
 */
export type OperationMeta = {
  kind: 'query' | 'command' | 'task';
  permissions: readonly Permission[];
  scope: PermissionScope;
  access: 'signedIn' | 'everybody';
  isUse: boolean;
  audit: Audit | null;
};

/**
 * One row a call, refused ones too; of what strangers are refused the same has one a minute, and there are only so many
 * (`createRowGates`). `subject`: which part of the input names what the row is about, dotted, until a service notes its name;
 * null: the service alone says it, or there is nothing to say. Null instead of all this: a row only where somebody may not,
 * once a minute.
 */
export type Audit = { subject: string | null };

/** One permission, several, or null: none. */
type Needed = Permission | readonly Permission[] | null;

const needed = (permissions: Needed): readonly Permission[] => {
  if (permissions === null) return [];
  return typeof permissions === 'string' ? [permissions] : permissions;
};

const base = oc
  .$meta<OperationMeta>({
    kind: 'query',
    permissions: [],
    scope: 'everywhere',
    access: 'signedIn',
    isUse: true,
    audit: null,
  })
  .errors(failures);

const signedIn = (permissions: Needed, scope: PermissionScope) =>
  ({ permissions: needed(permissions), scope, access: 'signedIn', isUse: true }) as const;

const everybody = { permissions: [], scope: 'everywhere', access: 'everybody', isUse: true } as const;

/** Starts the contract of an operation that reads. */
export const query = (permissions: Needed, scope: PermissionScope = 'everywhere', isUse = true) =>
  base.meta({ kind: 'query', ...signedIn(permissions, scope), isUse, audit: null });

/** Starts the contract of an operation that reads and takes away so much that it has a row in the audit. */
export const exportQuery = (permissions: Needed) =>
  base.meta({ kind: 'query', ...signedIn(permissions, 'everywhere'), audit: { subject: null } });

/** Starts the contract of an operation that changes something. */
export const command = (permissions: Needed, audit: Audit | null, scope: PermissionScope = 'everywhere') =>
  base.meta({ kind: 'command', ...signedIn(permissions, scope), audit });

/** Starts the contract of a long operation that streams progress and can be cancelled. */
export const task = (permissions: Needed, audit: Audit | null, scope: PermissionScope = 'everywhere') =>
  base.meta({ kind: 'task', ...signedIn(permissions, scope), audit });

/** Starts the contract of an operation that reads and is for everybody, signed in or not. */
export const openQuery = (isUse = true) => base.meta({ kind: 'query', ...everybody, isUse, audit: null });

/** Starts the contract of an operation that changes something and is for everybody: to get in and out. */
export const openCommand = (audit: Audit | null) => base.meta({ kind: 'command', ...everybody, audit });
