import type { SrvRecord } from 'node:dns';
import { SocketAddress } from 'node:net';
import { CompressedNameError, readCompressedName } from './compressedName.ts';
import { DnsError, type DnsErrorCode } from './dnsError.ts';

/** Numbers of the types of records (RFC 1035, 3.2.2; RFC 3596, 2.1; RFC 2782). */
const recordTypes = { A: 1, AAAA: 28, SRV: 33 } as const;

export type DnsRecordType = keyof typeof recordTypes;
/** `name` is one of toDnsName, with a service before it. */
export type DnsQuestion = { id: number; name: string; type: DnsRecordType };

/** Records of the wanted type; `isTruncated`: there are more, which TCP gives. */
export type DnsReply = { isTruncated: boolean; code: DnsErrorCode | null; records: RecordData[] };

/** Where the contents of a record stand in a message, since a name in them may point elsewhere. */
export type RecordData = { message: Buffer; start: number; end: number };

const internetClass = 1;
const headerBytes = 12;
const recursionDesired = 0x0100;
const responseFlag = 0x8000;
const truncatedFlag = 0x0200;
const resultCodeMask = 0x000f;

/** Result codes (RFC 1035, 4.1.1); 0 is none. */
const resultCodes: readonly (DnsErrorCode | null)[] = [
  null,
  'EFORMERR',
  'ESERVFAIL',
  'ENOTFOUND',
  'ENOTIMP',
  'EREFUSED',
];

const encodeName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label, 'latin1')])),
    Buffer.alloc(1),
  ]);

/** One question, which the server is to find the whole answer to (RFC 1035, 4.1). */
export const encodeDnsQuestion = ({ id, name, type }: DnsQuestion): Buffer => {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16BE(id);
  header.writeUInt16BE(recursionDesired, 2);
  header.writeUInt16BE(1, 4);
  const tail = Buffer.alloc(4);
  tail.writeUInt16BE(recordTypes[type]);
  tail.writeUInt16BE(internetClass, 2);
  return Buffer.concat([header, encodeName(name), tail]);
};

const isSameName = (labels: readonly Buffer[], name: string): boolean =>
  labels
    .map((label) => label.toString('latin1'))
    .join('.')
    .toLowerCase() === name.toLowerCase();

/** Reads the records of the answer section; of those of other types, as CNAME, only how long they are. */
const readRecords = (message: Buffer, start: number, type: DnsRecordType): RecordData[] => {
  const records: RecordData[] = [];
  let offset = start;
  for (let left = message.readUInt16BE(6); left > 0; left -= 1) {
    const { end: head } = readCompressedName(message, offset);
    const data = head + 10;
    offset = data + message.readUInt16BE(head + 8);
    if (offset > message.length) throw new DnsError('EBADRESP');
    if (message.readUInt16BE(head) === recordTypes[type]) records.push({ message, start: data, end: offset });
  }
  return records;
};

const readReply = (message: Buffer, { id, name, type }: DnsQuestion): DnsReply | null => {
  const flags = message.readUInt16BE(2);
  if (message.readUInt16BE(0) !== id || (flags & responseFlag) === 0) return null;
  const code = resultCodes[flags & resultCodeMask];
  if (code === undefined) throw new DnsError('EBADRESP');
  const isTruncated = (flags & truncatedFlag) !== 0;
  if (code !== null || isTruncated) return { isTruncated, code, records: [] };
  const asked = readCompressedName(message, headerBytes);
  if (!isSameName(asked.labels, name) || message.readUInt16BE(asked.end) !== recordTypes[type]) return null;
  return { isTruncated, code, records: readRecords(message, asked.end + 4, type) };
};

/** Reads past the end become an answer that is none. */
const bounded = <Result>(read: () => Result): Result => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || error instanceof CompressedNameError) throw new DnsError('EBADRESP');
    throw error;
  }
};

/** What a message says to a question; null: it answers another one. Throws DnsError (EBADRESP). */
export const decodeDnsReply = (message: Buffer, question: DnsQuestion): DnsReply | null =>
  bounded(() => readReply(message, question));

/** Contents of an A record (4 bytes) or an AAAA record (16 bytes) as text. Throws DnsError. */
export const decodeAddress = ({ message, start, end }: RecordData): string => {
  const bytes = message.subarray(start, end);
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) throw new DnsError('EBADRESP');
  const groups = bytes.toString('hex').match(/.{4}/g) ?? [];
  return new SocketAddress({ address: groups.join(':'), family: 'ipv6' }).address;
};

/**
 * Contents of an SRV record (RFC 2782). Samba compresses the target although it must not be, and resolvers that are
 * strict about it refuse all of its records.
 */
export const decodeService = ({ message, start, end }: RecordData): SrvRecord =>
  bounded(() => {
    if (end - start <= 6) throw new DnsError('EBADRESP');
    const { labels } = readCompressedName(message, start + 6);
    return {
      priority: message.readUInt16BE(start),
      weight: message.readUInt16BE(start + 2),
      port: message.readUInt16BE(start + 4),
      name: labels.map((label) => label.toString('utf8')).join('.'),
    };
  });
