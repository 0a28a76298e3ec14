import { hash } from 'node:crypto';

/** What a setting was and became, as JSON texts; a secret only as the word `secret`. */
export type AuditChange = { path: string; before: string | null; after: string | null };

/** One call, or one thing that the program did by itself. */
export type AuditEntry = {
  /** ms since 1970 UTC. */
  at: number;
  userId: string | null;
  user: string;
  door: string;
  machine: string;
  /** `area.verbNoun`. */
  operation: string;
  /** What it was done to, by name; empty: to nothing in particular. */
  subject: string;
  changes: readonly AuditChange[];
  /** `done`, or the code of the failure. */
  result: string;
};

/** An entry as it is kept; `number` counts from 1 without a gap. */
export type AuditRecord = AuditEntry & { number: number; hash: string };

/** The hash of an entry that follows `hashBefore`: nothing in it, or before it, changes unnoticed. */
export const chainHash = (hashBefore: string, number: number, entry: AuditEntry): string => {
  const { at, userId, user, door, machine, operation, subject, changes, result } = entry;
  const flat = changes.map(({ path, before, after }) => [path, before, after]);
  const content = [hashBefore, number, at, userId, user, door, machine, operation, subject, flat, result];
  return hash('sha256', JSON.stringify(content));
};
