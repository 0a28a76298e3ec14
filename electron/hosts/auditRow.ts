import type { OperationMeta } from '../contract/operation.ts';
import type { RecordCall } from '../services/audit/auditedCall.ts';
import type { Note, Noted } from '../services/audit/note.ts';
import type { AuditChange } from '../stores/audit/auditEntry.ts';
import type { CallContext } from './callContext.ts';
import type { Log } from './log.ts';
import type { MinuteGate } from './minuteGate.ts';

export type AuditRowParts = {
  operation: string;
  meta: Pick<OperationMeta, 'audit' | 'access'>;
  input: unknown;
  record: RecordCall;
  /** Some refusals have no row each, or nobody in particular could flood the audit. */
  isNews: MinuteGate;
  log: Log;
};

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
 * The row of one call: what is noted while it runs, then how it ended. What is only read has none, unless somebody tried
 * who may not; a page that asks on after its session ended did not try. Of that, and of calls by nobody who is signed in, the
 * same caller and operation have one a minute.
 */
export const openAuditRow = ({ operation, meta, input, record, isNews, log }: AuditRowParts) => {
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
  const isWanted = ({ user, door, credentials }: CallContext, code: string): boolean => {
    const isStranger = access === 'signedIn' && ['NOT_SIGNED_IN', 'SIGN_IN_REFUSED'].includes(code);
    const isTry = code === 'NOT_ALLOWED' || (isStranger && credentials !== undefined);
    if (audit === null ? !isTry : !isStranger) return audit !== null;
    return isNews(JSON.stringify([user, door, operation, code]));
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
