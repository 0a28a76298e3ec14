import { ConnectionError } from '../net/connectionError.ts';
import { type SmtpReply, toReply } from './smtpReply.ts';

/** More than any server has to say: a huge offer in EHLO has some forty lines. */
export const replyLimits = { lines: 1_000, characters: 262_144 } as const;

const replyLine = /^([2-5]\d\d)(?:([ -])(.*))?$/su;
const shownStart = 256;

/**
 * Reads one reply (RFC 5321, 4.2). Throws ConnectionError: EPROTO for a line that is no reply, EMSGSIZE for one that
 * does not end, each with the words that it met.
 */
export const readReply = async (nextLine: () => Promise<string>): Promise<SmtpReply> => {
  const texts: string[] = [];
  let characters = 0;
  for (;;) {
    const line = await nextLine();
    const match = replyLine.exec(line);
    if (match === null) throw new ConnectionError('EPROTO', line.slice(0, shownStart));
    texts.push(match[3] ?? '');
    characters += line.length;
    if (match[2] !== '-') return toReply(Number(match[1]), texts);
    if (texts.length >= replyLimits.lines || characters > replyLimits.characters)
      throw new ConnectionError('EMSGSIZE', line.slice(0, shownStart));
  }
};
