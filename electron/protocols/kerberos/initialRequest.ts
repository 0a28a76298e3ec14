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

const initialRequestType = 10;
/** RFC 4120, 6.2: a person; a service that has an instance. */
const nameTypes = { principal: 1, service: 2 };
/** How many bits of the last byte are not used, and 32 options, none of which is set. */
const noOptions = Buffer.alloc(5);
/** Long before 2038: an older controller counts seconds in 32 bits. */
const longestTicket = '20370101000000Z';
/** AES-256, AES-128 and RC4 (RFC 3961, 8): without one that it knows, a controller says that first. */
const encryptionTypes = [18, 17, 23];

/** DER wants the shortest form (X.690, 10.1); a name of DNS has at most 255 bytes, so two are enough. */
const lengthOf = (length: number): number[] => {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
};
const element = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => element(berTags.sequence, ...parts);
const field = (number: number, part: Buffer): Buffer => element(fieldTag(number), part);
/** Of 31 bits, none below zero; DER wants no byte that says nothing. */
const integer = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  const from = [0x7f, 0x7fff, 0x7fffff].filter((largest) => value <= largest).length;
  return element(berTags.integer, bytes.subarray(from));
};
const text = (value: string, tag = kerberosTags.string): Buffer => element(tag, Buffer.from(value));

const principal = (type: number, ...names: readonly string[]): Buffer =>
  sequence(field(0, integer(type)), field(1, sequence(...names.map((name) => text(name)))));

/** A first question for a ticket without pre-authentication (AS-REQ, RFC 4120, 5.4.1): it holds no secret of anybody. */
export const encodeInitialRequest = ({ realm, client, nonce }: InitialRequest): Buffer => {
  const body = sequence(
    field(0, element(kerberosTags.bitString, noOptions)),
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
  return element(kerberosTags.initialRequest, request);
};
