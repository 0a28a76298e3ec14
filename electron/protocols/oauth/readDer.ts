/** Deeper than any key, and than what describes how one is encrypted. */
const deepest = 16;

/** `children`: empty where the tag says that `content` is a value. */
export type DerElement = { tag: number; content: Buffer; children: readonly DerElement[] };

type Frame = { start: number; end: number };

/** One length, written in the one way that DER allows (X.690, 10.1). */
const readFrame = (data: Buffer, at: number): Frame | null => {
  const first = data[at + 1];
  if (first === undefined || first === 0x80) return null;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + extra;
  if (extra > 4 || start > data.length) return null;
  const length = extra === 0 ? first : data.readUIntBE(at + 2, extra);
  const isShortest = extra === 0 || (length >= 0x80 && data[at + 2] !== 0);
  return isShortest && start + length <= data.length ? { start, end: start + length } : null;
};

const readElement = (
  data: Buffer,
  at: number,
  depth: number,
): { element: DerElement; end: number } | null => {
  const tag = data[at] ?? 0;
  const frame = readFrame(data, at);
  if (frame === null || (tag & 0x1f) === 0x1f) return null;
  const content = data.subarray(frame.start, frame.end);
  const children = (tag & 0x20) === 0 ? [] : readDer(content, depth + 1);
  return children === null ? null : { element: { tag, content, children }, end: frame.end };
};

/**
 * Reads what stands in DER (X.690) to the last byte. Null: it is not DER, and others may read something else in it; for
 * BER has many ways to write the same.
 */
export const readDer = (data: Buffer, depth = 0): DerElement[] | null => {
  if (depth > deepest) return null;
  const elements: DerElement[] = [];
  for (let at = 0; at < data.length;) {
    const read = readElement(data, at, depth);
    if (read === null) return null;
    elements.push(read.element);
    at = read.end;
  }
  return elements;
};
