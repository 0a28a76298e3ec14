import { LdapProtocolError } from './ldapProtocolError.ts';

/** Tag and contents of one element (X.690, 8.1). */
export type BerElement = { tag: number; content: Buffer };

export type BerHeader = {
  tag: number;
  /** Bytes of tag and length, and of the contents behind them. */
  headerBytes: number;
  contentBytes: number;
};

/** Universal tags (X.680, 8.6) that LDAP uses. */
export const berTags = {
  boolean: 0x01,
  integer: 0x02,
  octetString: 0x04,
  enumerated: 0x0a,
  sequence: 0x30,
  set: 0x31,
};

const multiByteTag = 0x1f;
const longLength = 0x80;
/** Active Directory writes every length with four bytes. */
const maximumLengthBytes = 4;

/**
 * Reads tag and length of the element that stands at `at`, looking no further than `end`; null: they do not reach that
 * far. Lengths that are not definite, or have more than four bytes, and tags of several bytes do not occur in LDAP
 * (RFC 4511, 5.1): LdapProtocolError.
 */
export const readBerHeader = (bytes: Buffer, at = 0, end = bytes.length): BerHeader | null => {
  const tag = at < end ? bytes[at] : undefined;
  if (tag === undefined) return null;
  if ((tag & multiByteTag) === multiByteTag) throw new LdapProtocolError('A tag of several bytes.');
  const first = at + 1 < end ? bytes[at + 1] : undefined;
  if (first === undefined) return null;
  if (first < longLength) return { tag, headerBytes: 2, contentBytes: first };
  const lengthBytes = first - longLength;
  if (lengthBytes === 0) throw new LdapProtocolError('A length that is not definite.');
  if (lengthBytes > maximumLengthBytes) throw new LdapProtocolError('A length of more than four bytes.');
  const headerBytes = 2 + lengthBytes;
  if (at + headerBytes > end) return null;
  return { tag, headerBytes, contentBytes: bytes.readUIntBE(at + 2, lengthBytes) };
};
