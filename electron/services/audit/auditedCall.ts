import type { AuditEntry } from '../../stores/audit/auditEntry.ts';

/** A call as a host knows it when it is over. `settingsRevision`: the one that it saved, null when it saved none. */
export type AuditedCall = Omit<AuditEntry, 'at' | 'machine'> & { settingsRevision: number | null };

/** Writes the row of a call. */
export type RecordCall = (call: AuditedCall) => Promise<void>;
