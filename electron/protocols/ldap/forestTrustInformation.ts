import { LdapProtocolError } from './ldapProtocolError.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { decodeSid } from './securityIdentifier.ts';

/** A domain of a trusted forest. */
export type TrustedForestDomain = { name: string; netbiosName: string; sid: string };

/** In a record, behind its length: flags, time, type, contents. */
const typeAt = 12;
const contentsAt = 13;
/** ForestTrustDomainInfo. */
const domainRecord = 2;
/** Of flags: switched off by an administrator, its SID or its NetBIOS name (LSA_SID_DISABLED_ADMIN …, MS-ADTS 6.1.6.9.3.1). */
const disabledFlags = 0xf;

/** A part with its length in four bytes before it, and where the next one begins. */
const partAt = (bytes: Buffer, at: number): { part: Buffer; next: number } => {
  const start = at + 4;
  if (start > bytes.length) throw new LdapProtocolError('Trust information ends too early.');
  const next = start + bytes.readUInt32LE(at);
  if (next > bytes.length) throw new LdapProtocolError('Trust information ends too early.');
  return { part: bytes.subarray(start, next), next };
};

const toDomain = (record: Buffer): TrustedForestDomain => {
  const sid = partAt(record, contentsAt);
  const name = partAt(record, sid.next);
  const netbiosName = partAt(record, name.next);
  return {
    name: decodeUtf8(name.part).toLowerCase(),
    netbiosName: decodeUtf8(netbiosName.part),
    sid: decodeSid(sid.part) ?? '',
  };
};

/**
 * The domains of a trusted forest, from msDS-TrustForestTrustInfo (MS-ADTS 6.1.6.9.3): version, number of records, records of
 * length, flags, time, type and contents, numbers with the smallest byte first. Those that are switched off are left out. Throws
 * LdapProtocolError for other bytes.
 */
export const decodeForestTrustInformation = (bytes: Buffer): TrustedForestDomain[] => {
  const domains: TrustedForestDomain[] = [];
  if (bytes.length < 8 || bytes.readUInt32LE(0) !== 1)
    throw new LdapProtocolError('Trust information of an unknown version.');
  let at = 8;
  for (let left = bytes.readUInt32LE(4); left > 0; left -= 1) {
    const { part: record, next } = partAt(bytes, at);
    if (record.length < contentsAt) throw new LdapProtocolError('Trust information ends too early.');
    const isDisabled = (record.readUInt32LE(0) & disabledFlags) !== 0;
    if (record[typeAt] === domainRecord && !isDisabled) domains.push(toDomain(record));
    at = next;
  }
  return domains;
};
