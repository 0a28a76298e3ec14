import { EventQueue } from './eventQueue.ts';

/** Does the work of a stream: gives events to `emit`, stops when `signal` aborts. */
export type StreamWork<Event> = (emit: (event: Event) => void, signal: AbortSignal) => Promise<void>;

/**
 * Runs work whose events are read one by one. It starts with the first read and does not wait for its reader; how much
 * can pile up is for the work to bound. It is no generator function, because that would not hear `return` while a read
 * waits: here giving up aborts the work at once, and settles when the work has ended.
 * @param signal aborts the work too; the events until its end can still be read.
 */
export const createEventStream = <Event>(
  work: StreamWork<Event>,
  signal: AbortSignal,
): AsyncGenerator<Event, undefined, void> => {
  const abandoned = new AbortController();
  const queue = new EventQueue<Event>();
  let running: Promise<void> | null = null;

  const emit = (event: Event): void => {
    if (!abandoned.signal.aborted) queue.push(event);
  };
  const run = async (): Promise<void> => {
    try {
      await work(emit, AbortSignal.any([signal, abandoned.signal]));
      queue.end(null);
    } catch (error) {
      queue.end({ error });
    }
  };
  const abandon = async (): Promise<void> => {
    abandoned.abort();
    queue.clear();
    await running;
    queue.end(null);
  };

  return {
    next: () => {
      const read = queue.next();
      if (!abandoned.signal.aborted) running ??= run();
      return read;
    },
    return: async () => {
      await abandon();
      return { done: true, value: undefined };
    },
    throw: async (error) => {
      await abandon();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: abandon,
  };
};
