import type { DatabaseHealth } from '../../contract/security/databaseHealth.ts';

/**
 * Why the database cannot be used: it was there and is `missing`, it is `damaged`, a `newerVersion` of the program
 * wrote it, or its `migration` failed.
 */
export type DatabaseFaultReason = Extract<DatabaseHealth, { state: 'unreadable' }>['reason'];

export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  readonly reason: DatabaseFaultReason;

  constructor(reason: DatabaseFaultReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}
