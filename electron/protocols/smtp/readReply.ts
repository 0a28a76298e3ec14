import { ConnectionError } from '../net/connectionError.ts';
import { type SmtpReply, toReply } from './smtpReply.ts';

/** More than any server has to say: a huge offer in EHLO has some forty lines. */
export const replyLimits = { lines: 1_000, characters: 262_144 } as const;

const replyLine = /^([2-5]\d\d)(?:([ -]).*)?$/su;
const textOf = (line: string): string => line.slice('250 '.length);

/**
 * Reads one reply (RFC 5321, 4.2); where its lines have several codes of one class, the last one counts. Throws
 * ConnectionError: EPROTO for a line that is no reply, and for one that accepts and refuses at once; EMSGSIZE for a
 * reply that does not end; each with the words that it met.
 */
export const readReply = async (nextLine: () => Promise<string>): Promise<SmtpReply> => {
  const lines: string[] = [];
  let characters = 0;
  for (;;) {
    const line = await nextLine();
    const match = replyLine.exec(line);
    if (match === null) throw new ConnectionError('EPROTO', line);
    lines.push(line);
    const [first = line] = lines;
    if (first.charAt(0) !== line.charAt(0)) throw new ConnectionError('EPROTO', `${first}\n${line}`);
    characters += line.length;
    if (match[2] !== '-') return toReply(Number(match[1]), lines.map(textOf));
    if (lines.length >= replyLimits.lines || characters > replyLimits.characters)
      throw new ConnectionError('EMSGSIZE', line);
  }
};
