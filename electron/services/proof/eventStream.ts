type Waiting<Event> = {
  resolve: (result: IteratorResult<Event, undefined>) => void;
  reject: (error: unknown) => void;
};

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
  const events: Event[] = [];
  const waiting: Waiting<Event>[] = [];
  let running: Promise<void> | null = null;
  let ended = false;
  let failure: { error: unknown } | null = null;

  const emit = (event: Event): void => {
    if (abandoned.signal.aborted) return;
    const reader = waiting.shift();
    if (reader === undefined) events.push(event);
    else reader.resolve({ done: false, value: event });
  };
  const end = (): void => {
    ended = true;
    for (const reader of waiting.splice(0)) readEnd(reader);
  };
  const readEnd = ({ resolve, reject }: Waiting<Event>): void => {
    if (failure === null) return resolve({ done: true, value: undefined });
    const { error } = failure;
    failure = null;
    reject(error);
  };
  const run = (): Promise<void> =>
    work(emit, AbortSignal.any([signal, abandoned.signal]))
      .catch((error: unknown) => {
        failure = { error };
      })
      .finally(end);
  const abandon = async (): Promise<void> => {
    abandoned.abort();
    events.length = 0;
    await running;
    ended = true;
  };

  return {
    next: () =>
      new Promise((resolve, reject) => {
        const event = events.shift();
        if (event !== undefined) return resolve({ done: false, value: event });
        if (ended) return readEnd({ resolve, reject });
        waiting.push({ resolve, reject });
        running ??= run();
      }),
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
