import type { Audit } from '../contract/operation.ts';
import type { RecordCall } from '../services/audit/auditedCall.ts';
import type { Note, Noted } from '../services/audit/note.ts';
import type { AuditChange } from '../stores/audit/auditEntry.ts';
import type { CallContext } from './callContext.ts';
import type { Log } from './log.ts';
import type { MinuteGate } from './minuteGate.ts';

export type AuditRowParts = {
  operation: string;
  audit: Audit | null;
  input: unknown;
  record: RecordCall;
  /** What is refused again and again without a row of its own gets one a minute. */
  isNews: MinuteGate;
  log: Log;
};

/** What is only read has no row, unless somebody tried who may not. A page that asks on after its session is no such try. */
const refusalsKept: readonly string[] = ['NOT_ALLOWED', 'SIGN_IN_REFUSED'];

/** Longer than any name. */
const longestSubject = 320;

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
 * The row of one call: what is noted while it runs, then how it ended. Nothing is written where no row is wanted, but for
 * refusals: of the same caller and operation one a minute.
 */
export const openAuditRow = ({ operation, audit, input, record, isNews, log }: AuditRowParts) => {
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
  const isWanted = ({ user, door }: CallContext, code: string): boolean =>
    audit !== null || (refusalsKept.includes(code) && isNews(JSON.stringify([user, door, operation, code])));

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
