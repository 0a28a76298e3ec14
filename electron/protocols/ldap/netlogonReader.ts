/** The answer of a controller to a ping is not what MS-ADTS 6.3.1 says. */
export class NetlogonError extends Error {
  override readonly name = 'NetlogonError';
  readonly code = 'EPROTO';
  /** Byte at which reading ended. */
  readonly offset: number;

  constructor(offset: number) {
    super('EPROTO');
    this.offset = offset;
  }
}

const maximumNameLength = 255;
/** The two highest bits of a length say that the rest of the name stands elsewhere (RFC 1035, 4.1.4). */
const pointerMark = 0xc0;

/** Reads numbers (little endian) and compressed names one after the other, and nothing outside of the bytes it got. */
export class NetlogonReader {
  readonly #value: Buffer;
  #offset = 0;

  constructor(value: Buffer) {
    this.#value = value;
  }

  get length(): number {
    return this.#value.length;
  }

  malformed(): NetlogonError {
    return new NetlogonError(this.#offset);
  }

  skip(count: number): void {
    this.bytes(count);
  }

  bytes(count: number): Buffer {
    this.#demand(this.#offset, count);
    this.#offset += count;
    return this.#value.subarray(this.#offset - count, this.#offset);
  }

  uint8(): number {
    return this.bytes(1).readUInt8();
  }

  uint16(): number {
    return this.bytes(2).readUInt16LE();
  }

  uint32(): number {
    return this.bytes(4).readUInt32LE();
  }

  uint32At(offset: number): number {
    this.#demand(offset, 4);
    return this.#value.readUInt32LE(offset);
  }

  /** A name in UTF-8, labels joined with dots; one pointer at its end may lead to a name before it, never further on. */
  name(): string {
    const labels: Buffer[] = [];
    this.#offset = this.#readLabels(this.#offset, labels);
    return labels.map((label) => label.toString('utf8')).join('.');
  }

  /** Gives the offset behind the name. Each pointer has to lead further back than the one before, so there is an end. */
  #readLabels(start: number, labels: Buffer[]): number {
    let [offset, limit, behind] = [start, start, -1];
    for (let length = this.#uint8At(offset); length !== 0; length = this.#uint8At(offset)) {
      if ((length & pointerMark) === pointerMark) {
        const target = ((length & ~pointerMark) << 8) | this.#uint8At(offset + 1);
        if (behind < 0) behind = offset + 2;
        if (target >= limit) throw this.malformed();
        [offset, limit] = [target, target];
      } else {
        offset = this.#readLabel(offset, length, labels);
      }
    }
    return behind < 0 ? offset + 1 : behind;
  }

  #readLabel(offset: number, length: number, labels: Buffer[]): number {
    const next = offset + 1 + length;
    this.#demand(offset + 1, length);
    labels.push(this.#value.subarray(offset + 1, next));
    const total = labels.reduce((sum, label) => sum + label.length + 1, 0);
    if ((length & pointerMark) !== 0 || total > maximumNameLength) throw this.malformed();
    return next;
  }

  #uint8At(offset: number): number {
    this.#demand(offset, 1);
    return this.#value.readUInt8(offset);
  }

  #demand(offset: number, count: number): void {
    if (offset < 0 || offset + count > this.#value.length) throw this.malformed();
  }
}
