import { BerWriter } from 'ldapts';
import { berTags } from './berElement.ts';
import type { LdapControl } from './ldapControl.ts';
import type { SearchRequest, SearchScope } from './searchRequest.ts';

/** Writes a message of the client with this id (RFC 4511, 4.1.1). */
export type WriteRequest = (messageId: number) => Buffer;

/** Tags of the requests (RFC 4511, appendix B) and of what stands in them. */
const bindTag = 0x60;
const simpleTag = 0x80;
const saslTag = 0xa3;
const unbindTag = 0x42;
const searchTag = 0x63;
const abandonTag = 0x50;
const extendedTag = 0x77;
const extendedNameTag = 0x80;
const extendedValueTag = 0x81;
const controlsTag = 0xa0;

const protocolVersion = 3;
const neverFollowAliases = 0;
const scopes: Record<SearchScope, number> = { base: 0, one: 1, subtree: 2 };

type Write = (writer: BerWriter) => void;

const writeControl = (writer: BerWriter, { oid, isCritical, value }: LdapControl): void => {
  writer.startSequence();
  writer.writeString(oid);
  writer.writeBoolean(isCritical);
  if (value !== null) writer.writeBuffer(value, berTags.octetString);
  writer.endSequence();
};

const writeControls = (writer: BerWriter, controls: readonly LdapControl[]): void => {
  if (controls.length === 0) return;
  writer.startSequence(controlsTag);
  for (const control of controls) writeControl(writer, control);
  writer.endSequence();
};

const message =
  (write: Write, controls: readonly LdapControl[] = []): WriteRequest =>
  (messageId) => {
    const writer = new BerWriter();
    writer.startSequence();
    writer.writeInt(messageId);
    write(writer);
    writeControls(writer, controls);
    writer.endSequence();
    return writer.buffer;
  };

const operation = (tag: number, write: Write, controls?: readonly LdapControl[]): WriteRequest =>
  message((writer) => {
    writer.startSequence(tag);
    write(writer);
    writer.endSequence();
  }, controls);

/** A simple bind (RFC 4511, 4.2). */
export const simpleBindRequest = (name: string, password: string): WriteRequest =>
  operation(bindTag, (writer) => {
    writer.writeInt(protocolVersion);
    writer.writeString(name);
    writer.writeString(password, simpleTag);
  });

/** A step of a SASL bind; without a name, which the mechanism gives (RFC 4513, 5.2.1.1). */
export const saslBindRequest = (mechanism: string, token: Buffer | null): WriteRequest =>
  operation(bindTag, (writer) => {
    writer.writeInt(protocolVersion);
    writer.writeString('');
    writer.startSequence(saslTag);
    writer.writeString(mechanism);
    if (token !== null) writer.writeBuffer(token, berTags.octetString);
    writer.endSequence();
  });

export const searchRequest = (request: SearchRequest, controls: readonly LdapControl[]): WriteRequest =>
  operation(
    searchTag,
    (writer) => {
      writer.writeString(request.base);
      writer.writeEnumeration(scopes[request.scope]);
      writer.writeEnumeration(neverFollowAliases);
      writer.writeInt(request.sizeLimit ?? 0);
      writer.writeInt(request.timeLimitSeconds ?? 0);
      writer.writeBoolean(false);
      request.filter.write(writer);
      writer.startSequence();
      writer.writeStringArray([...request.attributes]);
      writer.endSequence();
    },
    controls,
  );

export const extendedRequest = (oid: string, value: Buffer | null): WriteRequest =>
  operation(extendedTag, (writer) => {
    writer.writeString(oid, extendedNameTag);
    if (value !== null) writer.writeBuffer(value, extendedValueTag);
  });

/** Takes a request back; it is not answered (RFC 4511, 4.11). */
export const abandonRequest = (abandonedId: number): WriteRequest =>
  message((writer) => writer.writeInt(abandonedId, abandonTag));

export const unbindRequest: WriteRequest = message((writer) => writer.writeString('', unbindTag));
