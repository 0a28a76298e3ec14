import { fail, isFailure } from '../../contract/failures.ts';
import type { ProfileKind } from '../../contract/mail/profile.ts';
import type { Notice, NoticeKind, NoticeQuery, NoticeState } from '../../contract/notices/notice.ts';
import type { NoticeOutcome } from '../../stores/notices/noticeSending.ts';
import type { NoticeStore } from '../../stores/notices/noticeStore.ts';
import type { StoredNotice } from '../../stores/notices/storedNotice.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import { valueChanges } from '../audit/valueChanges.ts';
import type { OutgoingMessage, SentMessage } from '../mail/sendMessage.ts';
import { type JudgedSending, judgeSending } from './judgeSending.ts';
import { type NewNotice, newNotice, noticeLifeMs } from './newNotice.ts';
import { toShownNotice } from './shownNotice.ts';

/** The profile in force, ready to send; `profile`: its fingerprint. */
export type NoticeSender = {
  profile: string;
  kind: ProfileKind;
  /** Throws MessageNotSent. */
  send: (message: OutgoingMessage, signal: AbortSignal) => Promise<SentMessage>;
};

/** Writes the mail of a notice at the moment it is sent; null: it is not wanted any more. */
export type ComposeNotice = (notice: StoredNotice) => Promise<OutgoingMessage | null>;

export type NoticeQueueParts = {
  notices: NoticeStore;
  /** Throws the failures of `ProfileService.resolveActive`. */
  openSender: () => Promise<NoticeSender>;
  composers: Readonly<Partial<Record<NoticeKind, ComposeNotice>>>;
  /** Told of a mail that was given up, became too old, or waits until the mail profile is changed. */
  onUndelivered: (notice: StoredNotice) => Promise<void>;
  /** ms since 1970 UTC. */
  now: () => number;
  log: ProblemLog;
};

/** What the audit says of a notice; `kind`, so that it is named, as if it were new. */
type Named = { kind: NoticeKind | null; state: NoticeState };

const minuteMs = 60_000;
/** After the first, second … failed attempt; the last one from then on. */
const pausesMs = [1, 5, 15, 60].map((minutes) => minutes * minuteMs);
/**
 * A server that asks for a longer one is asked again all the same: once an hour burdens none, and a wrong clock of its may not
 * stop mail for ever.
 */
const longestPauseMs = 60 * minuteMs;
/** One attempt at most. */
const attemptMs = 15 * minuteMs;
/** Who took a notice and has not settled it by then, has died. */
const takenMs = attemptMs + 5 * minuteMs;
/** How long the log keeps what ended. */
const keptMs = 90 * 24 * 60 * minuteMs;

/** Gives the sender, or throws again what kept it from being opened. */
type OpenedSender = { profile: string | null; open: () => NoticeSender };

const nextAttempt = ({ attempts, expiresAt }: StoredNotice, askedMs: number, now: number): number => {
  const ownMs = pausesMs[attempts - 1] ?? longestPauseMs;
  return Math.min(now + Math.min(Math.max(ownMs, askedMs), longestPauseMs), expiresAt);
};

const createAttempt = ({ composers, now, log }: NoticeQueueParts) => {
  const send = async (
    notice: StoredNotice,
    sender: OpenedSender,
    signal: AbortSignal,
  ): Promise<Partial<NoticeOutcome>> => {
    const { send: sendNow, kind: by } = sender.open();
    const message = (await composers[notice.kind]?.(notice)) ?? null;
    if (message === null) return { state: 'failed', lastResult: { outcome: 'withdrawn' } };
    const limited = AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]);
    const { messageId, reply } = await sendNow(message, limited);
    return { state: 'delivered', messageId, lastResult: { outcome: 'accepted', by, reply } };
  };

  const planNext = (
    { next, pauseMs }: JudgedSending,
    notice: StoredNotice,
    { profile }: OpenedSender,
  ): Partial<NoticeOutcome> => {
    if (next === 'giveUp') return { state: 'failed' };
    if (next === 'stop') return { refusedProfile: profile };
    return { nextAttemptAt: nextAttempt(notice, pauseMs, now()) };
  };

  return async (notice: StoredNotice, sender: OpenedSender, signal: AbortSignal): Promise<NoticeOutcome> => {
    const { lastResult, messageId } = notice;
    const unchanged: NoticeOutcome = {
      ...{ state: 'waiting', nextAttemptAt: now(), refusedProfile: null },
      ...{ lastResult, messageId },
    };
    try {
      return { ...unchanged, ...(await send(notice, sender, signal)) };
    } catch (error) {
      if (signal.aborted) return unchanged;
      const judged = judgeSending(error);
      const { result } = judged;
      if (result.outcome === 'notPossible' && !isFailure(error))
        log.error('notices.sendingBroke', { id: notice.id, error });
      return { ...unchanged, lastResult: result, ...planNext(judged, notice, sender) };
    }
  };
};

/** What nobody wants any more is not missed by anybody. */
const isUndelivered = ({ state, lastResult, refusedProfile }: NoticeOutcome): boolean =>
  refusedProfile !== null || (state === 'failed' && lastResult?.outcome === 'refused');

const createRun = (parts: NoticeQueueParts) => {
  const { notices, openSender, onUndelivered, now } = parts;
  const attempt = createAttempt(parts);

  const openOnce = async (): Promise<OpenedSender> => {
    try {
      const sender = await openSender();
      return { profile: sender.profile, open: () => sender };
    } catch (error) {
      return {
        profile: null,
        open: () => {
          throw error;
        },
      };
    }
  };

  return async (signal: AbortSignal): Promise<void> => {
    for (const expired of await notices.expire(now())) await onUndelivered(expired);
    await notices.forget(now() - keptMs);
    await notices.hasten(now() + longestPauseMs, now());
    if ((await notices.nextAt()) === null) return;
    const sender = await openOnce();
    if (sender.profile !== null) await notices.release(sender.profile, now());
    while (!signal.aborted) {
      const notice = await notices.claim(now(), now() + takenMs);
      if (notice === null) return;
      const outcome = await attempt(notice, sender, signal);
      await notices.settle(notice, outcome);
      if (isUndelivered(outcome)) await onUndelivered({ ...notice, ...outcome });
    }
  };
};

/**
 * Sends the mails of the program. It has no timer: its host calls `run` at the start, when something was added, when
 * `nextAt` has come, and when the mail profile was changed. A mail is sent at least once (RFC 5321, 6.1): when the program
 * dies after the server took it and before that was noted, or when the server's answer to the whole message is lost, by
 * whatever protocol, it is sent again after a pause.
 */
export const createNoticeQueue = (parts: NoticeQueueParts) => {
  const { notices, now } = parts;
  const runAll = createRun(parts);
  let running: Promise<void> | null = null;

  /** Says what was decided of which mail. */
  const noteDecision = (before: StoredNotice | null, state: NoticeState, note: Note): void => {
    if (before === null) return;
    const { toAddress, kind } = before;
    const was = { kind: null, state: before.state };
    note({ subject: toAddress, changes: valueChanges<Named>('notice', was, { kind, state }) });
  };

  return {
    /** Gives the id. It is sent by the next run. */
    add: async (notice: NewNotice): Promise<string> => {
      const stored = newNotice(notice, now());
      await notices.add(stored);
      return stored.id;
    },

    /** Sends what is due, one after the other. Called again meanwhile it gives the run that goes on. */
    run: (signal: AbortSignal): Promise<void> =>
      (running ??= runAll(signal).finally(() => {
        running = null;
      })),

    /** When to run next, in ms since 1970 UTC; null: when something is added or the mail profile is changed. */
    nextAt: (): Promise<number | null> => notices.nextAt(),

    /** The delivery log, the newest first. */
    list: async (wanted: NoticeQuery): Promise<{ total: number; notices: Notice[] }> => {
      const found = await notices.list(wanted);
      return { total: found.total, notices: found.notices.map(toShownNotice) };
    },

    /** Makes a mail due again, whatever became of it, with all that a refused sign-in stopped. NOT_FOUND. */
    resend: async (id: string, note: Note = noteNothing): Promise<void> => {
      noteDecision(await notices.find(id), 'waiting', note);
      if (!(await notices.resend(id, now(), now() + noticeLifeMs.passwordReset))) throw fail('NOT_FOUND', {});
    },

    /** Gives a mail up that waits. NOT_FOUND. */
    cancel: async (id: string, note: Note = noteNothing): Promise<void> => {
      noteDecision(await notices.find(id), 'failed', note);
      if (!(await notices.cancel(id))) throw fail('NOT_FOUND', {});
    },
  };
};

export type NoticeQueue = ReturnType<typeof createNoticeQueue>;
