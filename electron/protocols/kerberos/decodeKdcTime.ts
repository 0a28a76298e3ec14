import { BerReader } from '../ldap/berReader.ts';
import { decodeGeneralizedTime } from '../ldap/generalizedTime.ts';
import { LdapProtocolError } from '../ldap/ldapProtocolError.ts';
import { KdcTimeError } from './kdcTimeError.ts';
import { fieldTag, kerberosTags, protocolVersion } from './kerberosTags.ts';

/** What a refusal of a key distribution center says about itself. */
export type KdcTime = {
  /** Its clock as it answered: milliseconds since 1970, with fractions. */
  atMs: number;
  realm: string;
  /** RFC 4120, 7.5.9; 6: it does not know the principal. */
  errorCode: number;
};

const errorType = 30;
const maximumMicroseconds = 999_999;
/** RFC 4120, 5.2.3: without fractions, and always UTC. */
const timeForm = /^\d{14}Z$/;

const malformed = (words: string): KdcTimeError => new KdcTimeError('malformed', words);

const readTime = (text: string, microseconds: number): number => {
  const ms = timeForm.test(text) ? decodeGeneralizedTime(text) : null;
  if (ms === null) throw malformed('A time that is none.');
  if (microseconds < 0 || microseconds > maximumMicroseconds) throw malformed('No part of a second.');
  return ms + microseconds / 1_000;
};

const read = (message: Buffer): KdcTime => {
  const outside = new BerReader(message);
  const fields = outside.inside(kerberosTags.error).inside();
  const field = (number: number): BerReader => fields.inside(fieldTag(number));
  if (!outside.isAtEnd) throw malformed('Something stands behind the message.');
  if (field(0).integer() !== protocolVersion) throw malformed('Another version of Kerberos.');
  if (field(1).integer() !== errorType) throw malformed('Another message than its tag says.');
  for (const ofClient of [2, 3]) fields.optional(fieldTag(ofClient));
  const atMs = readTime(field(4).text(kerberosTags.time), field(5).integer());
  const errorCode = field(6).integer();
  for (const ofClient of [7, 8]) fields.optional(fieldTag(ofClient));
  return { atMs, errorCode, realm: field(9).text(kerberosTags.string) };
};

/**
 * The time of a key distribution center, from the error with which it answers (KRB-ERROR, RFC 4120, 5.9.1: stime and
 * susec). Throws KdcTimeError (`ticketGiven`, `malformed`).
 */
export const decodeKdcTime = (message: Buffer): KdcTime => {
  if (message[0] === kerberosTags.initialReply) throw new KdcTimeError('ticketGiven');
  try {
    return read(message);
  } catch (error) {
    throw error instanceof LdapProtocolError ? malformed(error.message) : error;
  }
};
