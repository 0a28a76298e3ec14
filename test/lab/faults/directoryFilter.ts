import type { BerReader } from '../../../electron/protocols/ldap/berReader.ts';

/** A search filter as it stands in a request (RFC 4511, 4.5.1.7). */
export type DirectoryFilter =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly DirectoryFilter[] }
  | { readonly kind: 'not'; readonly filter: DirectoryFilter }
  | { readonly kind: 'equals'; readonly attribute: string; readonly value: Buffer }
  | { readonly kind: 'present'; readonly attribute: string }
  | ({ readonly kind: 'substrings'; readonly attribute: string } & Substrings);

type Substrings = {
  readonly initial: string | null;
  readonly any: readonly string[];
  readonly final: string | null;
};

const readSubstrings = (reader: BerReader): Substrings => {
  const initial = reader.optional(0x80);
  const any: string[] = [];
  for (let part = reader.optional(0x81); part !== null; part = reader.optional(0x81))
    any.push(part.toString());
  const final = reader.optional(0x82);
  return { initial: initial?.toString() ?? null, any, final: final?.toString() ?? null };
};

const readContent = (tag: number, content: Buffer, reader: BerReader): DirectoryFilter => {
  switch (tag) {
    case 0xa0:
      return { kind: 'and', filters: reader.all(readFilter) };
    case 0xa1:
      return { kind: 'or', filters: reader.all(readFilter) };
    case 0xa2:
      return { kind: 'not', filter: readFilter(reader) };
    case 0xa3:
      return { kind: 'equals', attribute: reader.text(), value: reader.bytes(0x04) };
    case 0xa4:
      return { kind: 'substrings', attribute: reader.text(), ...readSubstrings(reader.inside()) };
    case 0x87:
      return { kind: 'present', attribute: content.toString() };
    default:
      throw new Error(`A filter with the tag ${tag} is not one of the program's.`);
  }
};

/** Reads the next filter, byte for byte as it was sent; what stands behind its known parts is an error. */
export function readFilter(reader: BerReader): DirectoryFilter {
  const { tag, content } = reader.element();
  const inside = reader.within(content);
  const filter = readContent(tag, content, inside);
  if (filter.kind !== 'present' && !inside.isAtEnd) throw new Error('Something stands behind a filter.');
  return filter;
}
