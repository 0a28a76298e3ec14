/** The time that work had was up. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
  readonly code = 'ETIMEDOUT';
  readonly limitMs: number;

  constructor(limitMs: number) {
    super(`No result after ${limitMs} ms.`);
    this.limitMs = limitMs;
  }
}
