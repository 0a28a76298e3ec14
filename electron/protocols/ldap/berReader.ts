import { type BerElement, berTags, readBerHeader } from './berElement.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';

/** Each element costs far more memory than the two bytes that it takes on the wire. */
const maximumElements = 1_000_000;
const maximumIntegerBytes = 4;

/** An element that was read: where its contents begin and end. */
type Place = { tag: number; from: number; to: number };

/**
 * Reads elements one behind the other, never outside of the bytes that it was given. Every method throws
 * LdapProtocolError where the wanted element does not stand. Nothing is copied, and a part is cut out only where
 * somebody wants it: a large search has millions of elements.
 */
export class BerReader {
  readonly #bytes: Buffer;
  readonly #end: number;
  readonly #budget: { elements: number };
  #at: number;

  /** @param budget of the message that these bytes are part of. */
  constructor(bytes: Buffer, from = 0, to = bytes.length, budget = { elements: maximumElements }) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
    this.#budget = budget;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#end;
  }

  /** The next element, whatever it is. */
  element(): BerElement {
    const { tag, from, to } = this.#next();
    return { tag, content: this.#bytes.subarray(from, to) };
  }

  /** The contents of the next element, which has this tag. */
  bytes(tag: number): Buffer {
    const { from, to } = this.#due(tag);
    return this.#bytes.subarray(from, to);
  }

  /** The contents of the next element if it has this tag; null: it has not, and was not read. */
  optional(tag: number): Buffer | null {
    return this.#isNext(tag) ? this.element().content : null;
  }

  /** A reader of what stands in an element with this tag. */
  inside(tag: number = berTags.sequence): BerReader {
    const { from, to } = this.#due(tag);
    return new BerReader(this.#bytes, from, to, this.#budget);
  }

  /** A reader of the contents of an element of the same message. */
  within(content: Buffer): BerReader {
    return new BerReader(content, 0, content.length, this.#budget);
  }

  text(tag: number = berTags.octetString): string {
    const { from, to } = this.#due(tag);
    return decodeUtf8(this.#bytes, from, to);
  }

  /** A signed number of at most 32 bits (RFC 4511, 4.1.1: none is larger). */
  integer(tag: number = berTags.integer): number {
    const content = this.bytes(tag);
    if (content.length === 0 || content.length > maximumIntegerBytes)
      throw new LdapProtocolError('A number of another size than LDAP has.');
    return content.readIntBE(0, content.length);
  }

  boolean(): boolean {
    const [value, ...more] = this.bytes(berTags.boolean);
    if (value === undefined || more.length > 0)
      throw new LdapProtocolError('A truth value of several bytes.');
    return value !== 0;
  }

  /** What this gives for each element up to the end. */
  all<Item>(read: (reader: BerReader) => Item): Item[] {
    const items: Item[] = [];
    while (!this.isAtEnd) items.push(read(this));
    return items;
  }

  #isNext(tag: number): boolean {
    return this.#at < this.#end && this.#bytes[this.#at] === tag;
  }

  #due(tag: number): Place {
    if (!this.#isNext(tag)) throw new LdapProtocolError(`No element with the tag ${tag} where it is due.`);
    return this.#next();
  }

  #next(): Place {
    const header = readBerHeader(this.#bytes, this.#at, this.#end);
    if (header === null) throw new LdapProtocolError('An element has no end.');
    const from = this.#at + header.headerBytes;
    const to = from + header.contentBytes;
    if (to > this.#end) throw new LdapProtocolError('An element is longer than what it stands in.');
    this.#budget.elements -= 1;
    if (this.#budget.elements < 0)
      throw new LdapProtocolError('More elements than anybody needs.', 'EMSGSIZE');
    this.#at = to;
    return { tag: header.tag, from, to };
  }
}
