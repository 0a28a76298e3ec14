import { BerWriter } from 'ldapts';
import { berTags } from '../ldap/berElement.ts';
import { fieldTag, kerberosTags, protocolVersion } from './kerberosTags.ts';

export type InitialRequest = {
  /** In capitals, as Active Directory has it. */
  realm: string;
  /** Name of the principal that wants a ticket. */
  client: string;
  /** A positive number of 31 bits. */
  nonce: number;
};

type Write = (writer: BerWriter) => void;

const initialRequestType = 10;
/** RFC 4120, 6.2: a person; a service that has an instance. */
const nameTypes = { principal: 1, service: 2 };
/** How many bits of the last byte are not used, and 32 options, none of which is set. */
const noOptions = Buffer.alloc(5);
/** Long before 2038: an older controller counts seconds in 32 bits. */
const longestTicket = '20370101000000Z';
/** AES-256, AES-128 and RC4 (RFC 3961, 8): without one that it knows, a controller says that first. */
const encryptionTypes = [18, 17, 23];

const within =
  (tag: number, ...parts: readonly Write[]): Write =>
  (writer) => {
    writer.startSequence(tag);
    for (const part of parts) part(writer);
    writer.endSequence();
  };
const sequence = (...parts: readonly Write[]): Write => within(berTags.sequence, ...parts);
const field = (number: number, part: Write): Write => within(fieldTag(number), part);
const integer =
  (value: number): Write =>
  (writer) =>
    writer.writeInt(value);
const text =
  (value: string, tag = kerberosTags.string): Write =>
  (writer) =>
    writer.writeString(value, tag);
const options: Write = (writer) => writer.writeBuffer(noOptions, kerberosTags.bitString);

const principal = (type: number, ...names: readonly string[]): Write =>
  sequence(field(0, integer(type)), field(1, sequence(...names.map((name) => text(name)))));

/** A first question for a ticket without pre-authentication (AS-REQ, RFC 4120, 5.4.1): it holds no secret of anybody. */
export const encodeInitialRequest = ({ realm, client, nonce }: InitialRequest): Buffer => {
  const body = sequence(
    field(0, options),
    field(1, principal(nameTypes.principal, client)),
    field(2, text(realm)),
    field(3, principal(nameTypes.service, 'krbtgt', realm)),
    field(5, text(longestTicket, kerberosTags.time)),
    field(7, integer(nonce)),
    field(8, sequence(...encryptionTypes.map(integer))),
  );
  const request = sequence(
    field(1, integer(protocolVersion)),
    field(2, integer(initialRequestType)),
    field(4, body),
  );
  const writer = new BerWriter();
  within(kerberosTags.initialRequest, request)(writer);
  return writer.buffer;
};
