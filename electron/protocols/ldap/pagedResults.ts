import { BerWriter } from 'ldapts';
import { berTags } from './berElement.ts';
import { BerReader } from './berReader.ts';
import { type LdapControl, ldapControls } from './ldapControl.ts';

/** Asks for the next page behind the one that came with this cookie; empty: the first (RFC 2696, 3). */
export const pagedResultsControl = (pageSize: number, cookie: Buffer): LdapControl => {
  const writer = new BerWriter({ size: cookie.length + 64 });
  writer.startSequence();
  writer.writeInt(pageSize);
  writer.writeBuffer(cookie, berTags.octetString);
  writer.endSequence();
  return { oid: ldapControls.pagedResults, isCritical: false, value: writer.buffer };
};

/** The cookie of an answer; empty: there are no more pages, or the server knows of none. Throws LdapProtocolError. */
export const pagedResultsCookie = (controls: readonly LdapControl[]): Buffer => {
  const value = controls.find(({ oid }) => oid === ldapControls.pagedResults)?.value ?? null;
  if (value === null) return Buffer.alloc(0);
  const reader = new BerReader(value).inside();
  // An estimate of all entries; Active Directory always says 0.
  reader.integer();
  return reader.bytes(berTags.octetString);
};
