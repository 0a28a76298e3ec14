import { oc } from '@orpc/contract';
import { failures } from './failures.ts';
import type { Permission } from './permissions.ts';

/**
 * What a host needs to know of an operation before it runs it.
 * - `query` reads and may be repeated, `command` changes something, `task` runs long and streams progress.
 * - `permission` null: everybody who is signed in.
 */
export type OperationMeta = {
  kind: 'query' | 'command' | 'task';
  permission: Permission | null;
  /** True: one audit row a call, written by the host. */
  audited: boolean;
};

const base = oc.$meta<OperationMeta>({ kind: 'query', permission: null, audited: false }).errors(failures);

/** Starts the contract of an operation that reads. */
export const query = (permission: Permission | null) =>
  base.meta({ kind: 'query', permission, audited: false });

/** Starts the contract of an operation that changes something; the host audits each call. */
export const command = (permission: Permission) => base.meta({ kind: 'command', permission, audited: true });

/** Starts the contract of a long operation that streams progress and can be cancelled. */
export const task = (permission: Permission) => base.meta({ kind: 'task', permission, audited: false });
