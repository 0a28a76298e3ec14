import { abortReason } from '../../../concurrency/abortReason.ts';

/** Whose connections are counted together. `userName`: empty without a sign-in; upper and lower case are the same. */
export type MailAccount = { host: string; port: number; userName: string };

/** A place among the connections of an account. */
export type ConnectionPlace = {
  /** How long it was waited for, in ms; 0: it was free. */
  waitedMs: number;
  /** True while somebody else waits for a place of the account. */
  readonly isAwaited: boolean;
  /**
   * Says that its connection is only kept for later: `leave` is called once, as soon as somebody waits for a place. Gives
   * what says that it is used again.
   */
  rest: (leave: () => void) => () => void;
  /** Gives it to whoever waits longest; does nothing when called again. */
  release: () => void;
};

type Waiting = { most: number; admit: () => void };
/** The connections of one account. */
type Usage = { inUse: number; waiting: Set<Waiting>; resting: Set<() => void> };

const keyOf = ({ host, port, userName }: MailAccount): string =>
  JSON.stringify([host.toLowerCase(), port, userName.toLowerCase()]);

/** Profiles of one account may allow different numbers: who waits for fewer holds up nobody who is allowed more. */
const admitWaiting = (usage: Usage): void => {
  for (const next of usage.waiting) {
    if (usage.inUse >= next.most) continue;
    usage.waiting.delete(next);
    usage.inUse += 1;
    next.admit();
  }
};

/** All of them: how many places are needed depends on how many the one who waits is allowed. */
const sendAway = ({ resting }: Usage): void => {
  const leaving = [...resting];
  resting.clear();
  for (const leave of leaving) leave();
};

const waitIn = (usage: Usage, most: number, signal: AbortSignal): Promise<void> => {
  const { waiting } = usage;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const own: Waiting = { most, admit: resolve };
  const onAbort = (): void => {
    waiting.delete(own);
    reject(abortReason(signal));
  };
  waiting.add(own);
  signal.addEventListener('abort', onAbort, { once: true });
  sendAway(usage);
  return promise.finally(() => signal.removeEventListener('abort', onAbort));
};

const restIn = (usage: Usage, leave: () => void): (() => void) => {
  // A function of its own: the same one may be given for several places.
  const own = (): void => leave();
  usage.resting.add(own);
  if (usage.waiting.size > 0) sendAway(usage);
  return () => void usage.resting.delete(own);
};

/**
 * Counts the connections of each account, and keeps those waiting that would be one too many (REQUIREMENTS U21). One for
 * the whole program; another program on this machine has its own. It has no time limit: that is the signal's.
 */
export const createConnectionLimit = () => {
  const usages = new Map<string, Usage>();

  const usageOf = (key: string): Usage => {
    const usage = usages.get(key) ?? { inUse: 0, waiting: new Set(), resting: new Set() };
    usages.set(key, usage);
    return usage;
  };

  const releaseOnce = (key: string, usage: Usage): (() => void) => {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      usage.inUse -= 1;
      admitWaiting(usage);
      if (usage.inUse === 0) usages.delete(key);
    };
  };

  return {
    /**
     * Gives a place when fewer than `most` connections of the account are in use, first come, first served; null: at
     * once, and counted. Throws the signal's reason.
     */
    enter: async (
      account: MailAccount,
      most: number | null,
      signal: AbortSignal,
    ): Promise<ConnectionPlace> => {
      signal.throwIfAborted();
      const key = keyOf(account);
      const usage = usageOf(key);
      const start = performance.now();
      const mustWait = most !== null && usage.inUse >= most;
      if (mustWait) await waitIn(usage, most, signal);
      else usage.inUse += 1;
      const waitedMs = mustWait ? Math.round(performance.now() - start) : 0;
      return {
        ...{ waitedMs, rest: (leave) => restIn(usage, leave), release: releaseOnce(key, usage) },
        get isAwaited() {
          return usage.waiting.size > 0;
        },
      };
    },
  };
};

export type ConnectionLimit = ReturnType<typeof createConnectionLimit>;
