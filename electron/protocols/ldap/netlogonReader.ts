import { type CompressedName, CompressedNameError, readCompressedName } from '../dns/compressedName.ts';

/** The answer of a controller to a ping is not what MS-ADTS 6.3.1 says. */
export class NetlogonError extends Error {
  override readonly name = 'NetlogonError';
  readonly code = 'EPROTO';

  constructor() {
    super('EPROTO');
  }
}

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

  /** A compressed name (RFC 1035, 4.1.4) in UTF-8, its labels joined with dots. */
  name(): string {
    const { labels, end } = this.#compressedName();
    this.#offset = end;
    return labels.map((label) => label.toString('utf8')).join('.');
  }

  #compressedName(): CompressedName {
    try {
      return readCompressedName(this.#value, this.#offset);
    } catch (error) {
      if (error instanceof CompressedNameError) throw new NetlogonError();
      throw error;
    }
  }

  #demand(offset: number, count: number): void {
    if (offset < 0 || offset + count > this.#value.length) throw new NetlogonError();
  }
}
