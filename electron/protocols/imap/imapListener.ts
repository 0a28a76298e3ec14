import type { Logger } from 'imapflow';
import { MailboxRefusal } from '../mailbox.ts';
import { ConnectionError } from '../net/connectionError.ts';

/** What a line can begin with (RFC 9051, 7): untagged, a continuation, or the end of a command. */
const beginning = /^(?:\* |\+|\S+ (?:OK|NO|BAD)\b)/i;
/** The library logs no more of a line that it cannot read: half a secret at the end of it could not be masked. */
const loggedLength = 1_024;
/** The library writes these characters in its own way: a secret that holds one could not be masked. */
const rewritten = /["()[\]{}<>\\]/;

const hasLine = (entry: unknown): entry is { msg: string } =>
  typeof entry === 'object' &&
  entry !== null &&
  'src' in entry &&
  entry.src === 's' &&
  'msg' in entry &&
  typeof entry.msg === 'string';

/** Hears in the library's log what it tells nobody: why a search was refused, and what is no answer to anything. */
export class ImapListener implements Logger {
  /** Why the last command was refused. */
  lastRefusal: unknown = null;
  readonly #onEnd: (reason: Error) => void;

  /** @param onEnd is told why there is nothing more to wait for: MailboxRefusal (BYE) or ConnectionError. */
  constructor(onEnd: (reason: Error) => void) {
    this.#onEnd = onEnd;
  }

  readonly info = (): void => undefined;

  readonly debug = (entry: unknown): void => {
    if (!hasLine(entry)) return;
    const { msg: line } = entry;
    const bye = /^\* BYE\b ?(.*)$/is.exec(line)?.[1];
    if (bye !== undefined) this.#onEnd(new MailboxRefusal(bye, { about: 'question', command: null }));
    else this.#judge(line, rewritten.test(line) ? '' : line);
  };

  readonly warn = (entry: unknown): void => {
    if (typeof entry === 'object' && entry !== null && 'err' in entry) this.lastRefusal = entry.err;
  };

  readonly error = (entry: unknown): void => {
    if (!hasLine(entry)) return;
    const bytes = Buffer.from(entry.msg, 'latin1');
    this.#judge(entry.msg, bytes.length < loggedLength ? bytes.toString() : '');
  };

  #judge(line: string, words: string): void {
    if (!beginning.test(line)) this.#onEnd(new ConnectionError('EPROTO', words));
  }
}
