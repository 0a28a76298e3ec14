import { berTags, readBerHeader } from './berElement.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';

/** Active Directory's largest answers are entries with 1,500 values or a photograph; a token of 30,000 SIDs has 1 MB. */
const maximumMessageBytes = 32 * 1_048_576;
/** Tag and length; a length has at most four bytes behind its first. */
const shortestHeaderBytes = 2;

/** Cuts what a socket gives into messages (RFC 4511, 4.1.1, 5.1). What came of an unfinished one is kept. */
export class LdapMessageReader {
  /**
   * Each is longer than the next: what is joined at least doubles in length, so that no byte of a slow drip is copied
   * more often than a message has binary digits of length.
   */
  readonly #pieces: Buffer[] = [];
  #bytes = 0;
  /** Before that many have come there is nothing to look at. */
  #awaitedBytes = shortestHeaderBytes;

  /** True while nothing is left that belongs to no whole message. */
  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  push(chunk: Buffer): void {
    let from = this.#pieces.length;
    let length = chunk.length;
    for (const piece of this.#pieces.toReversed()) {
      if (piece.length > length) break;
      length += piece.length;
      from -= 1;
    }
    const joined = this.#pieces.splice(from);
    this.#pieces.push(joined.length === 0 ? chunk : Buffer.concat([...joined, chunk]));
    this.#bytes += chunk.length;
  }

  /** The next whole message; null: more has to come first. Throws LdapProtocolError. */
  next(): Buffer | null {
    while (this.#bytes >= this.#awaitedBytes) {
      const bytes = this.#joined();
      const header = readBerHeader(bytes);
      if (header !== null && header.tag !== berTags.sequence)
        throw new LdapProtocolError('A message begins with another tag than LDAP has.');
      const length = header === null ? this.#bytes + 1 : header.headerBytes + header.contentBytes;
      if (length > maximumMessageBytes) throw new LdapProtocolError('A message is too long.', 'EMSGSIZE');
      if (length <= bytes.length) return this.#take(bytes, length);
      this.#awaitedBytes = length;
    }
    return null;
  }

  #joined(): Buffer {
    const [only, ...more] = this.#pieces;
    if (only !== undefined && more.length === 0) return only;
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces.splice(0, Infinity, bytes);
    return bytes;
  }

  #take(bytes: Buffer, length: number): Buffer {
    const rest = bytes.subarray(length);
    this.#pieces.splice(0, Infinity, ...(rest.length === 0 ? [] : [rest]));
    this.#bytes = rest.length;
    this.#awaitedBytes = shortestHeaderBytes;
    return bytes.subarray(0, length);
  }
}
