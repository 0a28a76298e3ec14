import { ConnectionError } from '../net/connectionError.ts';
import { type SmtpReply, toReply } from './smtpReply.ts';

/** Far above what RFC 5321, 4.5.3.1.5 allows (512) and RFC 4954, 4 asks for (12,288); below what costs memory. */
export const replyLimits = { lineBytes: 16_384, lines: 1_000, bytes: 262_144 } as const;

const lineFeed = 10;
const carriageReturn = 13;
const replyLine = /^([2-5]\d\d)(?:([ -])(.*))?$/su;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 (RFC 6531), else Latin-1, which gives every byte some character: old servers write what they like. */
const decode = (bytes: Buffer): string => {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return bytes.toString('latin1');
    throw error;
  }
};

/** Cuts a stream of bytes into replies. It keeps no more than one unfinished reply, within `replyLimits`. */
export class ReplyParser {
  readonly #onLine: (line: string) => void;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #texts: string[] = [];
  #replyBytes = 0;

  /** @param onLine is told each line as it came, without its line end. */
  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  /** True between replies. */
  get isIdle(): boolean {
    return this.#pendingBytes === 0 && this.#texts.length === 0;
  }

  /** Gives the replies that are complete now. Throws ConnectionError: EPROTO, EMSGSIZE. */
  push(chunk: Buffer): SmtpReply[] {
    const replies: SmtpReply[] = [];
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      const reply = this.#line(this.#take(chunk.subarray(start, end)));
      if (reply !== null) replies.push(reply);
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
    return replies;
  }

  #keep(rest: Buffer): void {
    if (rest.length === 0) return;
    this.#pendingBytes += rest.length;
    this.#pending.push(rest);
    if (this.#pendingBytes > replyLimits.lineBytes) throw new ConnectionError('EMSGSIZE', this.#start());
  }

  #start(): string {
    return decode(Buffer.concat(this.#pending).subarray(0, 256));
  }

  #take(last: Buffer): string {
    this.#keep(last);
    const line = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    return decode(line.at(-1) === carriageReturn ? line.subarray(0, -1) : line);
  }

  #line(line: string): SmtpReply | null {
    this.#onLine(line);
    const match = replyLine.exec(line);
    if (match === null) throw new ConnectionError('EPROTO', line.slice(0, 256));
    this.#texts.push(match[3] ?? '');
    this.#replyBytes += line.length;
    if (this.#texts.length > replyLimits.lines || this.#replyBytes > replyLimits.bytes)
      throw new ConnectionError('EMSGSIZE', line.slice(0, 256));
    if (match[2] === '-') return null;
    const reply = toReply(Number(match[1]), this.#texts);
    this.#texts = [];
    this.#replyBytes = 0;
    return reply;
  }
}
