import { berTags } from './berElement.ts';
import { BerReader } from './berReader.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import type { LdapControl } from './ldapControl.ts';
import type { LdapEntry } from './ldapEntry.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';
import type { LdapAnswer, LdapResponse } from './ldapResponse.ts';
import type { LdapResult } from './ldapResult.ts';

const referralTag = 0xa3;
const serverTokenTag = 0x87;
const extendedNameTag = 0x8a;
const extendedValueTag = 0x8b;
const controlsTag = 0xa0;

/** More than any server says of a result; rules of causes look at every word. */
const maximumWordsBytes = 4_096;

const wordsOf = (reader: BerReader): string =>
  decodeUtf8(reader.bytes(berTags.octetString).subarray(0, maximumWordsBytes));

const decodeResult = (reader: BerReader): LdapResult => {
  const resultCode = reader.integer(berTags.enumerated);
  const matchedDn = wordsOf(reader);
  // Active Directory ends its words as C does.
  const diagnosticMessage = wordsOf(reader).replace(/\0+$/, '');
  const referrals = reader.optional(referralTag);
  const urls = referrals === null ? [] : reader.within(referrals).all((url) => url.text());
  return { resultCode, matchedDn, diagnosticMessage, referrals: urls };
};

const decodeEntry = (reader: BerReader): LdapEntry => {
  const dn = reader.text();
  const list = reader.inside();
  const attributes = new Map<string, Buffer[]>();
  while (!list.isAtEnd) {
    const attribute = list.inside();
    const name = attribute.text().toLowerCase();
    const values = attributes.get(name) ?? [];
    attributes.set(name, values);
    const given = attribute.inside(berTags.set);
    while (!given.isAtEnd) values.push(given.bytes(berTags.octetString));
  }
  return { kind: 'entry', dn, attributes };
};

const extendedResponse = (reader: BerReader): LdapAnswer => {
  const result = decodeResult(reader);
  const name = reader.optional(extendedNameTag);
  const value = reader.optional(extendedValueTag);
  return { kind: 'extendedResponse', result, oid: name?.toString('latin1') ?? null, value };
};

const bindResponse = (reader: BerReader): LdapAnswer => {
  const result = decodeResult(reader);
  return { kind: 'bindResponse', result, serverToken: reader.optional(serverTokenTag) };
};

/** Answers by their tag (RFC 4511, appendix B) to the requests that the program makes. */
const answers = new Map<number, (reader: BerReader) => LdapAnswer>([
  [0x61, bindResponse],
  [0x64, decodeEntry],
  [0x65, (reader) => ({ kind: 'searchResultDone', result: decodeResult(reader) })],
  [0x73, (reader) => ({ kind: 'reference', urls: reader.all((url) => url.text()) })],
  [0x78, extendedResponse],
  [0x79, () => ({ kind: 'intermediateResponse' })],
]);

const decodeControl = (reader: BerReader): LdapControl => {
  const control = reader.inside();
  const oid = control.text();
  const criticality = control.optional(berTags.boolean);
  const isCritical = criticality !== null && criticality[0] !== 0;
  return { oid, isCritical, value: control.optional(berTags.octetString) };
};

/**
 * Reads one message of a server, the whole of it (RFC 4511, 4.1.1). What stands behind the parts that are known is an
 * extension and passed over (RFC 4511, 4). Throws LdapProtocolError.
 */
export const decodeResponse = (message: Buffer): LdapResponse => {
  const reader = new BerReader(message).inside();
  const messageId = reader.integer();
  if (messageId < 0) throw new LdapProtocolError('A negative message id.');
  const { tag, content } = reader.element();
  const answer = answers.get(tag)?.(reader.within(content));
  if (answer === undefined) throw new LdapProtocolError(`An answer with the tag ${tag}.`);
  const controls = reader.optional(controlsTag);
  return { messageId, answer, controls: controls === null ? [] : reader.within(controls).all(decodeControl) };
};
