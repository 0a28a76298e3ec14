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
 * Reads tag and length at the start of these bytes; null: they do not reach that far. Lengths that are not definite, or
 * have more than four bytes, and tags of several bytes do not occur in LDAP (RFC 4511, 5.1): LdapProtocolError.
 */
export const readBerHeader = (bytes: Buffer): BerHeader | null => {
  const [tag, first] = bytes;
  if (tag === undefined) return null;
  if ((tag & multiByteTag) === multiByteTag) throw new LdapProtocolError('A tag of several bytes.');
  if (first === undefined) return null;
  if (first < longLength) return { tag, headerBytes: 2, contentBytes: first };
  const lengthBytes = first - longLength;
  if (lengthBytes === 0) throw new LdapProtocolError('A length that is not definite.');
  if (lengthBytes > maximumLengthBytes) throw new LdapProtocolError('A length of more than four bytes.');
  const headerBytes = 2 + lengthBytes;
  if (bytes.length < headerBytes) return null;
  return { tag, headerBytes, contentBytes: bytes.readUIntBE(2, lengthBytes) };
};
