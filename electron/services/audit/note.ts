import type { AuditChange } from '../../stores/audit/auditEntry.ts';
import type { SignInResult } from '../../stores/users/signInStore.ts';

/** What a call tells of itself for its row in the audit. */
export type Noted = {
  /** What it was done to, by name. */
  subject?: string;
  /** They count when the call is done; those of several notes are put together. */
  changes?: readonly AuditChange[];
  /** The revision of the settings that the call saved: what it changed is read there. */
  settingsRevision?: number;
  /** How a password was judged, why no code is mailed (the answer tells neither), or that a file with faults was refused. */
  result?: SignInResult | 'noAddress' | 'directoryUser' | 'tooOften' | 'INVALID_INPUT';
  /** Who the caller turned out to be; `userId` null: nobody. */
  by?: { userId: string | null; user: string };
};

export type Note = (noted: Noted) => void;

/** For work that is nobody's call. */
export const noteNothing: Note = () => undefined;
