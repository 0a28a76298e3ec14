import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { watchUntil } from './watchUntil.ts';

/** How long `waitFor` waits. */
export type LogWait = {
  /** Milliseconds; 5000 when left out. */
  readonly timeoutMs?: number;
  /** Ends the wait early; its reason becomes the error. */
  readonly signal?: AbortSignal;
};

/** The growing log of one server. */
export class LogFile {
  readonly path: string;

  constructor(filePath: string) {
    this.path = filePath;
  }

  /** All lines so far; none while the server has not written yet. */
  lines(): string[] {
    if (!existsSync(this.path)) return [];
    return readFileSync(this.path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  }

  /**
   * Waits for a line, which may already be there.
   * @returns the first line that matches.
   * @throws Error when no line matches in time.
   */
  waitFor(pattern: RegExp, { timeoutMs = 5000, signal }: LogWait = {}): Promise<string> {
    return watchUntil({
      directory: path.dirname(this.path),
      look: () => this.lines().find((line) => pattern.test(line)),
      awaited: `a line like ${pattern}`,
      timeoutMs,
      ...(signal ? { signal } : {}),
    });
  }
}
