import { ConnectionError } from '../net/connectionError.ts';
import { decodeLine } from '../net/lineReader.ts';

/** More than any response has that is asked for here: no message is read. */
export const responseLimits = { bytes: 1_048_576 } as const;

/** A literal in the place of a word: so many bytes follow after the line (RFC 9051, 4.3). */
const literal = /\{(\d+)\+?\}$/;
const lineFeed = 10;

/** What a server says in one go: its line, in which a number in braces stands for each of the literals. */
export type ImapResponse = { line: string; literals: readonly string[] };

const withoutReturn = (line: Buffer): Buffer => (line.at(-1) === 13 ? line.subarray(0, -1) : line);

type Literal = { bytes: Buffer; rest: Buffer };

/** So many bytes, and the rest of the line in which they end: a literal is never the end of a response. */
const readLiteral = async (count: number, nextBytes: () => Promise<Buffer>): Promise<Literal> => {
  // Not line by line: a million empty lines would be as many objects.
  const bytes = Buffer.alloc(count);
  let length = 0;
  for (;;) {
    const line = await nextBytes();
    line.copy(bytes, length);
    if (length + line.length + 1 > count) return { bytes, rest: line.subarray(count - length) };
    length += line.length;
    bytes[length] = lineFeed;
    length += 1;
  }
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
    const { bytes, rest } = await readLiteral(count, nextBytes);
    total += count + rest.length + 1;
    literals.push(decodeLine(bytes));
    part = decodeLine(withoutReturn(rest));
    line += part;
  }
  return { line, literals };
};
