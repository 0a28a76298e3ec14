import { decodeUtf8 } from './decodeUtf8.ts';

/** An object that a search found. */
export type LdapEntry = {
  kind: 'entry';
  dn: string;
  /**
   * Values by the attribute's name in small letters, with its options (`member;range=0-1499`). Values are part of what
   * the socket gave: who keeps one for long keeps up to 64 KiB with it, unless he copies it.
   */
  attributes: ReadonlyMap<string, readonly Buffer[]>;
};

/** Where a search may be continued (RFC 4511, 4.5.3): addresses of the same part of the tree. Never followed by itself. */
export type LdapReference = { kind: 'reference'; urls: readonly string[] };

/** All values of an attribute; empty where the object has none or they may not be read. */
export const bytesOf = ({ attributes }: LdapEntry, name: string): readonly Buffer[] =>
  attributes.get(name.toLowerCase()) ?? [];

/** All values as text (UTF-8; what is none becomes U+FFFD). */
export const textsOf = (entry: LdapEntry, name: string): string[] =>
  bytesOf(entry, name).map((value) => decodeUtf8(value));

/** The only or first value as text; null where there is none. */
export const textOf = (entry: LdapEntry, name: string): string | null => {
  const [first] = bytesOf(entry, name);
  return first === undefined ? null : decodeUtf8(first);
};
