type Read<Event> = IteratorResult<Event, undefined>;

/** Events that wait for readers, and readers that wait for events: whichever came first. */
export class EventQueue<Event> {
  readonly #events: Event[] = [];
  readonly #readers: PromiseWithResolvers<Read<Event>>[] = [];
  #ended = false;
  #failure: { error: unknown } | null = null;

  /** Gives an event to the reader who waits longest, or keeps it for the next one. */
  push(value: Event): void {
    const reader = this.#readers.shift();
    if (reader === undefined) this.#events.push(value);
    else reader.resolve({ done: false, value });
  }

  /** Nothing more comes. @param failure thrown once, to whoever reads the end first. */
  end(failure: { error: unknown } | null): void {
    this.#ended = true;
    this.#failure = failure;
    for (const reader of this.#readers.splice(0)) reader.resolve(this.#readEnd());
  }

  /** Forgets the events that nobody has read. */
  clear(): void {
    this.#events.length = 0;
  }

  /** The next event, or the end. */
  async next(): Promise<Read<Event>> {
    const value = this.#events.shift();
    if (value !== undefined) return { done: false, value };
    if (this.#ended) return this.#readEnd();
    const reader = Promise.withResolvers<Read<Event>>();
    this.#readers.push(reader);
    return reader.promise;
  }

  async #readEnd(): Promise<Read<Event>> {
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure.error;
    return { done: true, value: undefined };
  }
}
