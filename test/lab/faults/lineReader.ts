import type { Readable } from 'node:stream';

/** Reads a connection line by line, and can be let go of when the connection changes to TLS. */
export class LineReader {
  readonly #stream: Readable;
  readonly #lines: string[] = [];
  #pending = '';
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(stream: Readable) {
    this.#stream = stream;
    stream.on('data', this.#onData);
    stream.on('end', this.#onEnd);
    stream.on('close', this.#onEnd);
  }

  readonly #onData = (chunk: Buffer): void => {
    const lines = `${this.#pending}${chunk.toString('latin1')}`.split(/\r?\n/);
    this.#pending = lines.pop() ?? '';
    this.#lines.push(...lines);
    this.#wake?.();
  };

  readonly #onEnd = (): void => {
    this.#ended = true;
    this.#wake?.();
  };

  /** @returns the next line without its end, as Latin-1; undefined after the last one. */
  async next(): Promise<string | undefined> {
    while (this.#lines.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#lines.shift();
  }

  /** Stops reading; lines not taken yet are dropped, as RFC 3207 (section 4.2) demands of a server. */
  release(): void {
    this.#stream.off('data', this.#onData);
    this.#stream.off('end', this.#onEnd);
    this.#stream.off('close', this.#onEnd);
  }
}
