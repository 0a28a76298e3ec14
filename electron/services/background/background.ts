import type { ProblemLog } from '../../stores/problemLog.ts';
import { createAlarm, type StartTimer } from './alarm.ts';

/** One thing that the program does by itself. */
export type Duty = {
  name: string;
  /** Does what is due, until it is aborted. Gives when the next thing will be, in ms since 1970 UTC; null: none that it knows. */
  run: (signal: AbortSignal) => Promise<number | null>;
};

export type BackgroundParts = {
  /** Done one after the other. */
  duties: readonly Duty[];
  /** False: there is nothing to do yet, and nothing is opened to find that out. */
  isReady: () => Promise<boolean>;
  startTimer: StartTimer;
  /** ms since 1970 UTC. */
  now: () => number;
  log: ProblemLog;
};

/** Another program on this data folder may have left something to do. */
const longestRestMs = 60_000;
/** What is due and cannot be done must not keep the program busy. */
const shortestRestMs = 1_000;

const createRound = ({ duties, isReady, now, log }: BackgroundParts, signal: AbortSignal) => {
  /** A fault ends neither the other duties nor this one, which gets its next turn. */
  const attempt = async <Result>(
    kind: string,
    work: () => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      if (!signal.aborted) log.error('background.dutyFailed', { kind, error });
      return otherwise;
    }
  };

  /** Gives how long to rest, in ms. */
  return async (): Promise<number> => {
    if (!(await attempt('isReady', isReady, false))) return longestRestMs;
    let next = now() + longestRestMs;
    for (const { name, run } of duties) {
      if (signal.aborted) break;
      next = Math.min(next, (await attempt(name, () => run(signal), null)) ?? next);
    }
    return Math.max(next - now(), shortestRestMs);
  };
};

/**
 * Does what the program does by itself, for as long as a host lives that starts it: the window and the browser door. A
 * command of the command line is too short; what it leaves waits for the next of them.
 */
export const createBackground = (parts: BackgroundParts) => {
  const ending = new AbortController();
  const alarm = createAlarm(parts.startTimer);
  const round = createRound(parts, ending.signal);
  let living: Promise<void> | null = null;

  const live = async (): Promise<void> => {
    while (!ending.signal.aborted) await alarm.wait(await round());
  };

  return {
    start: (): void => {
      living ??= live();
    },

    /** Says that there may be something to do. */
    wake: alarm.ring,

    /** Breaks off what is being done; nothing runs any more when this settles. */
    stop: async (): Promise<void> => {
      ending.abort();
      alarm.ring();
      await living;
    },
  };
};

export type Background = ReturnType<typeof createBackground>;
