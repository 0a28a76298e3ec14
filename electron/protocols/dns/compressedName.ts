/** A name as DNS keeps it is broken: it points forward or in a circle, is too long or has no end. */
export class CompressedNameError extends Error {
  override readonly name = 'CompressedNameError';
  readonly code = 'EBADRESP';

  constructor() {
    super('EBADRESP');
  }
}

export type CompressedName = {
  labels: Buffer[];
  /** Where the next thing begins, behind the name. */
  end: number;
};

/** RFC 1035, 2.3.4. */
const maximumNameBytes = 255;
/** The two highest bits of a length say that the rest of the name stands elsewhere. */
const pointerMark = 0xc0;

const byteAt = (message: Buffer, offset: number): number => {
  const byte = message[offset];
  if (byte === undefined) throw new CompressedNameError();
  return byte;
};

const labelAt = (message: Buffer, offset: number, length: number): Buffer => {
  const label = message.subarray(offset + 1, offset + 1 + length);
  if ((length & pointerMark) !== 0 || label.length < length) throw new CompressedNameError();
  return label;
};

/**
 * Reads a name with its compression (RFC 1035, 4.1.4) at an offset of a message. Each pointer has to lead further back
 * than the one before, so there is an end. Throws CompressedNameError.
 */
export const readCompressedName = (message: Buffer, start: number): CompressedName => {
  const labels: Buffer[] = [];
  let [offset, limit, bytes] = [start, start, 0];
  let end: number | null = null;
  for (let length = byteAt(message, offset); length !== 0; length = byteAt(message, offset)) {
    if ((length & pointerMark) === pointerMark) {
      const target = ((length & ~pointerMark) << 8) | byteAt(message, offset + 1);
      end ??= offset + 2;
      if (target >= limit) throw new CompressedNameError();
      [offset, limit] = [target, target];
    } else {
      labels.push(labelAt(message, offset, length));
      bytes += length + 1;
      if (bytes > maximumNameBytes) throw new CompressedNameError();
      offset += length + 1;
    }
  }
  return { labels, end: end ?? offset + 1 };
};
