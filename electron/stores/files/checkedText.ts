import { hash } from 'node:crypto';

export type CheckedTextFault = 'syntax' | 'checksum';

/** A file that does not hold what was written into it. `detail` is the place, never a piece of the file. */
export class DamagedText extends Error {
  readonly reason: CheckedTextFault;
  readonly detail: string;

  constructor(reason: CheckedTextFault, detail: string) {
    super(`${reason} ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}

export type CheckedContent = {
  content: Readonly<Record<string, unknown>>;
  /** False: the file has no checksum, because somebody wrote it by hand and took it out. */
  hasChecksum: boolean;
};

const before = '{\n\t"checksum": "';
const blank = '0'.repeat(64);
const end = before.length + blank.length;

const withChecksum = (text: string, checksum: string): string => before + checksum + text.slice(end);
const checksumOf = (text: string): string => hash('sha256', withChecksum(text, blank));

/**
 * JSON whose first field is the SHA-256 of the whole text (with zeros in that field): a change of any byte shows.
 * U+FFFD is escaped, because that is what a decoder makes of bytes that are no UTF-8.
 */
export const toCheckedText = (content: object): string => {
  const text = `${JSON.stringify({ checksum: blank, ...content }, null, '\t')}\n`.replaceAll(
    '\uFFFD',
    String.raw`\ufffd`,
  );
  return withChecksum(text, checksumOf(text));
};

/** V8 quotes the file in its message; only the place may be passed on. */
const placeOf = (error: unknown): string =>
  /line \d+ column \d+/.exec(error instanceof Error ? error.message : '')?.[0] ?? '';

const parse = (text: string): Record<string, unknown> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DamagedText('syntax', placeOf(error));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DamagedText('syntax', '');
  return { ...value };
};

/** Editors of Windows put U+FEFF before what they save as UTF-8; it says nothing about the content. */
const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** Reads what `toCheckedText` wrote. Throws DamagedText. */
export const fromCheckedText = (given: string): CheckedContent => {
  const text = withoutByteOrderMark(given);
  const { checksum, ...content } = parse(text);
  if (checksum === undefined) return { content, hasChecksum: false };
  const isIntact = text.startsWith(before) && text.slice(before.length, end) === checksumOf(text);
  if (!isIntact) throw new DamagedText('checksum', '');
  return { content, hasChecksum: true };
};
