import { BerReader } from '../../../electron/protocols/ldap/berReader.ts';
import { type DirectoryFilter, readFilter } from './directoryFilter.ts';

/** What a client asked for, decoded. */
export type DirectoryRequest = {
  readonly messageId: number;
  /** Whether TLS protects the connection. */
  readonly secure: boolean;
  /** Who has signed in on the connection; empty: nobody. */
  readonly boundAs: string;
  /** How many requests of this kind have come on this connection, this one included. */
  readonly occurrence: number;
} & DirectoryOperation;

export type SearchOperation = {
  readonly kind: 'search';
  readonly base: string;
  readonly scope: 'base' | 'one' | 'subtree';
  readonly sizeLimit: number;
  readonly timeLimitSeconds: number;
  readonly filter: DirectoryFilter;
  readonly attributes: readonly string[];
  /** RFC 2696; null: all at once. */
  readonly page: { readonly size: number; readonly cookie: Buffer } | null;
};

export type DirectoryOperation =
  | { readonly kind: 'bind'; readonly name: string; readonly password: string }
  | { readonly kind: 'saslBind'; readonly mechanism: string; readonly token: Buffer | null }
  | SearchOperation
  | { readonly kind: 'extended'; readonly oid: string; readonly value: Buffer | null }
  | { readonly kind: 'abandon'; readonly abandonedId: number }
  | { readonly kind: 'unbind' };

const pagedResultsOid = '1.2.840.113556.1.4.319';
const scopes = ['base', 'one', 'subtree'] as const;

const readBind = (reader: BerReader): DirectoryOperation => {
  reader.integer();
  const name = reader.text();
  const { tag, content } = reader.element();
  if (tag === 0x80) return { kind: 'bind', name, password: content.toString() };
  const sasl = reader.within(content);
  return { kind: 'saslBind', mechanism: sasl.text(), token: sasl.optional(0x04) };
};

const readSearch = (reader: BerReader, page: SearchOperation['page']): SearchOperation => {
  const base = reader.text();
  const scope = scopes[reader.integer(0x0a)] ?? 'base';
  reader.integer(0x0a);
  const sizeLimit = reader.integer();
  const timeLimitSeconds = reader.integer();
  reader.boolean();
  const filter = readFilter(reader);
  const attributes = reader.inside().all((attribute) => attribute.text());
  return { kind: 'search', base, scope, sizeLimit, timeLimitSeconds, filter, attributes, page };
};

const readPage = (value: Buffer): SearchOperation['page'] => {
  const reader = new BerReader(value).inside();
  return { size: reader.integer(), cookie: reader.bytes(0x04) };
};

const readControls = (content: Buffer | null): SearchOperation['page'] => {
  const reader = new BerReader(content ?? Buffer.alloc(0));
  const pages = reader.all((controls) => {
    const control = controls.inside();
    const oid = control.text();
    control.optional(0x01);
    const value = control.optional(0x04);
    return oid === pagedResultsOid && value !== null ? readPage(value) : null;
  });
  return pages.find((page) => page !== null) ?? null;
};

const readOperation = (tag: number, content: Buffer, page: SearchOperation['page']): DirectoryOperation => {
  const reader = new BerReader(content);
  switch (tag) {
    case 0x60:
      return readBind(reader);
    case 0x63:
      return readSearch(reader, page);
    case 0x77:
      return { kind: 'extended', oid: reader.text(0x80), value: reader.optional(0x81) };
    case 0x50:
      return { kind: 'abandon', abandonedId: content.readIntBE(0, content.length) };
    case 0x42:
      return { kind: 'unbind' };
    default:
      throw new Error(`A request with the tag ${tag} is not one of the program's.`);
  }
};

/** Reads one message of a client (RFC 4511, 4.1.1). Throws for what the program never sends. */
export function readDirectoryMessage(message: Buffer): DirectoryOperation & { messageId: number } {
  const reader = new BerReader(message).inside();
  const messageId = reader.integer();
  const { tag, content } = reader.element();
  const page = readControls(reader.optional(0xa0));
  return { messageId, ...readOperation(tag, content, page) };
}
