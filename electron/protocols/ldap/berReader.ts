import { type BerElement, berTags, readBerHeader } from './berElement.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';

/** Each element costs far more memory than the two bytes that it takes on the wire. */
const maximumElements = 1_000_000;
const maximumIntegerBytes = 4;

/**
 * Reads elements one behind the other, never outside of the bytes that it was given. Every method throws
 * LdapProtocolError where the wanted element does not stand.
 */
export class BerReader {
  #rest: Buffer;
  readonly #budget: { elements: number };

  /** @param budget of the message that these bytes are part of. */
  constructor(bytes: Buffer, budget = { elements: maximumElements }) {
    this.#rest = bytes;
    this.#budget = budget;
  }

  get isAtEnd(): boolean {
    return this.#rest.length === 0;
  }

  /** The next element, whatever it is. */
  element(): BerElement {
    const header = readBerHeader(this.#rest);
    if (header === null) throw new LdapProtocolError('An element has no end.');
    const { tag, headerBytes, contentBytes } = header;
    const end = headerBytes + contentBytes;
    if (end > this.#rest.length) throw new LdapProtocolError('An element is longer than what it stands in.');
    this.#budget.elements -= 1;
    if (this.#budget.elements < 0)
      throw new LdapProtocolError('More elements than anybody needs.', 'EMSGSIZE');
    const content = this.#rest.subarray(headerBytes, end);
    this.#rest = this.#rest.subarray(end);
    return { tag, content };
  }

  /** The contents of the next element, which has this tag. */
  bytes(tag: number): Buffer {
    const content = this.optional(tag);
    if (content === null) throw new LdapProtocolError(`No element with the tag ${tag} where it is due.`);
    return content;
  }

  /** The contents of the next element if it has this tag; null: it has not, and was not read. */
  optional(tag: number): Buffer | null {
    return this.#rest[0] === tag ? this.element().content : null;
  }

  /** A reader of what stands in an element with this tag. */
  inside(tag: number = berTags.sequence): BerReader {
    return this.within(this.bytes(tag));
  }

  /** A reader of the contents of an element of the same message. */
  within(content: Buffer): BerReader {
    return new BerReader(content, this.#budget);
  }

  text(tag: number = berTags.octetString): string {
    return decodeUtf8(this.bytes(tag));
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
}
