/** Deeper than anything that describes how a key is encrypted. */
const deepest = 16;

type Element = { tag: number; content: Buffer; next: number };

const readElement = (data: Buffer, at: number): Element | null => {
  const tag = data[at];
  const first = data[at + 1];
  if (tag === undefined || first === undefined) return null;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (extra > 4 || first === 0x80 || at + 2 + extra > data.length) return null;
  const length = extra === 0 ? first : data.readUIntBE(at + 2, extra);
  const start = at + 2 + extra;
  return start + length > data.length
    ? null
    : { tag, content: data.subarray(start, start + length), next: start + length };
};

const toNumber = (content: Buffer): number =>
  content.length > 6 ? Infinity : content.length === 0 ? 0 : content.readUIntBE(0, content.length);

/**
 * The largest INTEGER in a DER structure (X.690), however deep; 0 when there is none. In an encrypted key (RFC 5958) it is
 * the number of rounds, or what scrypt takes in place of it.
 */
export const largestNumberOf = (data: Buffer, depth = 0): number => {
  let largest = 0;
  let at = 0;
  while (at < data.length) {
    const element = readElement(data, at);
    if (element === null) return largest;
    const { tag, content, next } = element;
    const constructed = (tag & 0x20) !== 0 && depth < deepest;
    const number = tag === 0x02 ? toNumber(content) : constructed ? largestNumberOf(content, depth + 1) : 0;
    largest = Math.max(largest, number);
    at = next;
  }
  return largest;
};
