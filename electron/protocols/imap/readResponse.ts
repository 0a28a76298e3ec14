import { ConnectionError } from '../net/connectionError.ts';
import { decodeLine } from '../net/lineReader.ts';

/** More than any answer has that is asked for here: no message is read. */
export const responseLimits = { bytes: 1_048_576 } as const;

/** A literal in the place of a word: so many bytes follow after the line (RFC 9051, 4.3). */
const literal = /\{(\d+)\+?\}$/;
const lineFeed = Buffer.from('\n');

/** What a server says in one go: its line, in which a number in braces stands for each of the literals. */
export type ImapResponse = { line: string; literals: readonly string[] };

const withoutReturn = (line: Buffer): Buffer => (line.at(-1) === 13 ? line.subarray(0, -1) : line);

/** Whole lines of at least so many bytes and one more: a literal is never the end of a response. */
const readPast = async (count: number, nextBytes: () => Promise<Buffer>): Promise<Buffer> => {
  const lines: Buffer[] = [];
  for (let length = 0; length <= count;) {
    const line = await nextBytes();
    lines.push(line, lineFeed);
    length += line.length + lineFeed.length;
  }
  return Buffer.concat(lines);
};

/**
 * Reads one response with its literals. Throws ConnectionError EMSGSIZE for one that is longer than it may be, and what
 * `nextBytes` throws.
 * @param nextBytes gives the next line without its LF.
 */
export const readResponse = async (nextBytes: () => Promise<Buffer>): Promise<ImapResponse> => {
  const literals: string[] = [];
  let part = decodeLine(withoutReturn(await nextBytes()));
  let line = part;
  let total = line.length;
  for (let announced = literal.exec(part); announced !== null; announced = literal.exec(part)) {
    const count = Number(announced[1]);
    if (total + count > responseLimits.bytes) throw new ConnectionError('EMSGSIZE');
    const bytes = await readPast(count, nextBytes);
    total += bytes.length;
    literals.push(decodeLine(bytes.subarray(0, count)));
    part = decodeLine(withoutReturn(bytes.subarray(count, -lineFeed.length)));
    line += part;
  }
  return { line, literals };
};
