import type { OperationMeta } from '../contract/operation.ts';
import type { RecordCall } from '../services/audit/auditedCall.ts';
import type { Note, Noted } from '../services/audit/note.ts';
import type { AuditChange } from '../stores/audit/auditEntry.ts';
import type { CallContext } from './callContext.ts';
import type { Log } from './log.ts';
import { createMinuteGate } from './minuteGate.ts';

/**
 * How many rows a minute there are at most of what anybody could do again and again: refused attempts to sign in, each
 * its own; other refusals of strangers, and what people may not even read, each once for the same caller and operation.
 * What goes beyond is an attack, and its rows would tell no more. `now`: ms since 1970 UTC.
 */
export const createRowGates = (now: () => number) => ({
  attempts: createMinuteGate(now, 1_000),
  strangers: createMinuteGate(now, 100),
  people: createMinuteGate(now, 100),
});

export type AuditRowParts = {
  operation: string;
  meta: Pick<OperationMeta, 'audit' | 'access'>;
  input: unknown;
  record: RecordCall;
  gates: ReturnType<typeof createRowGates>;
  log: Log;
};

/** Longer than any name. */
const longestSubject = 320;

/** What somebody gets whose name and password let nobody in. */
const refusedNames: ReadonlySet<string> = new Set([
  'NOT_SIGNED_IN',
  'SIGN_IN_REFUSED',
  'DIRECTORY_SIGN_IN_REFUSED',
]);

/** How an attempt to sign in ends that reached somebody who judged it. */
const judgedAttempts: ReadonlySet<string> = new Set(['SIGN_IN_REFUSED', 'DIRECTORY_SIGN_IN_REFUSED']);

const read = (owner: unknown, name: string): unknown =>
  typeof owner === 'object' && owner !== null
    ? new Map<string, unknown>(Object.entries(owner)).get(name)
    : undefined;

/** The text at a dotted path of what came over the wire, before it is checked; empty when no name can be there. */
const textAt = (input: unknown, path: string | null): string => {
  const found = path?.split('.').reduce(read, input);
  return typeof found === 'string' && found.length <= longestSubject ? found : '';
};

const whoCalls = ({ user, identity }: CallContext): { userId: string | null; user: string } => ({
  user,
  userId: identity && 'userId' in identity ? identity.userId : null,
});

/**
 * The row of one call: what is noted while it runs, then how it ended. What is only read has none, unless somebody tried
 * who may not; a page that asks on after its session ended did not try, and who signs out without being signed in did
 * nothing. Whatever nobody in particular could flood the audit with passes a gate.
 */
export const openAuditRow = ({ operation, meta, input, record, gates, log }: AuditRowParts) => {
  const { audit, access } = meta;
  let noted: Noted = {};
  let changes: readonly AuditChange[] = [];
  let isOpen = true;

  const note: Note = (more) => {
    noted = { ...noted, ...more };
    changes = [...changes, ...(more.changes ?? [])];
  };

  /** What somebody typed who is nobody here is not kept. */
  const subjectOf = ({ permissions }: CallContext): string =>
    noted.subject ?? (permissions === null ? '' : textAt(input, audit?.subject ?? null));

  /** Says nothing of how a password was judged: who waits for a row to be written would learn it. */
  const isWanted = ({ user, door, permissions, credentials }: CallContext, code: string): boolean => {
    const isTry = code === 'NOT_ALLOWED' || (credentials !== undefined && refusedNames.has(code));
    if (audit === null && !isTry) return false;
    if (audit !== null && permissions !== null) return true;
    if (code === 'done') return noted.subject !== undefined;
    if (access === 'everybody' && judgedAttempts.has(code)) return gates.attempts(Symbol());
    const gate = permissions === null ? gates.strangers : gates.people;
    return gate(JSON.stringify([user, credentials?.name ?? null, door, operation, code]));
  };

  /** `code`: `done`, or that of the failure. Only the first end counts. */
  const close = async (context: CallContext, code: string): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    if (!isWanted(context, code)) return;
    const who = noted.by ?? whoCalls(context);
    const isDone = code === 'done';
    const result = noted.result ?? code;
    const { user } = who;
    const { door } = context;
    log.info('operation.called', { operation, user, door, result });
    try {
      await record({
        ...{ ...who, door, operation, result },
        subject: subjectOf(context),
        changes: isDone ? changes : [],
        settingsRevision: (isDone && noted.settingsRevision) || null,
      });
    } catch (error) {
      // What was done is done: a failure in its place would make somebody do it twice. And a database that cannot be
      // written would forbid the very call that restores it.
      log.error('audit.notWritten', { operation, user, door, result, error });
    }
  };

  return { note, close };
};
