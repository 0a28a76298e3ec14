import type { DnsRecord } from './domainRecords.ts';

/** Numbers of RFC 1035, 3.2.2 and RFC 2782. */
const typeNumbers = { A: 1, SRV: 33 } as const;
const headerSize = 12;
const nameNotKnown = 3;
const timeToLive = 1;
/** Of every service, as Windows registers it (RFC 2782). */
const [priority, weight] = [0, 100];

type Question = {
  /** In small letters. */
  readonly name: string;
  readonly type: number;
  readonly bytes: Uint8Array;
};

/** Reads the first question of a query (RFC 1035, 4.1.2). */
export function readQuestion(query: Buffer): Question {
  const labels: string[] = [];
  let offset = headerSize;
  for (let length = query.readUInt8(offset); length > 0; length = query.readUInt8(offset)) {
    labels.push(query.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  const end = offset + 5;
  return {
    name: labels.join('.').toLowerCase(),
    type: query.readUInt16BE(offset + 1),
    bytes: query.subarray(headerSize, end),
  };
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
}

export function dnsName(name: string): Buffer {
  const labels = name.split('.').filter(Boolean);
  return Buffer.concat([
    ...labels.map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`)),
    Buffer.alloc(1),
  ]);
}

/** Contents of an SRV record (RFC 2782). */
export function serviceData(priority: number, weight: number, port: number, target: Buffer): Buffer {
  return Buffer.concat([numbers(priority, weight, port), target]);
}

/** One record of an answer; its name is a pointer to the one in the question (RFC 1035, 4.1.4). */
export function dnsRecord(type: number, data: Buffer): Buffer {
  const pointer = 0xc000 + headerSize;
  return Buffer.concat([numbers(pointer, type, 1, 0, timeToLive, data.length), data]);
}

/** An authoritative reply to a query: its question again, result code and further flags, the records. */
export function dnsReply(query: Buffer, records: readonly Buffer[], flags = 0): Buffer {
  const header = [query.subarray(0, 2), numbers(0x8580 | flags, 1, records.length, 0, 0)];
  return Buffer.concat([...header, readQuestion(query).bytes, ...records]);
}

function recordData(record: DnsRecord): Buffer {
  return record.type === 'A'
    ? Buffer.from(record.address.split('.').map(Number))
    : serviceData(priority, weight, record.port, dnsName(record.target));
}

/**
 * Answers a DNS query of one question (RFC 1035) from a list of records.
 * @throws RangeError when the query is cut off.
 */
export function answerQuery(query: Buffer, records: readonly DnsRecord[]): Buffer {
  const { name, type } = readQuestion(query);
  const named = records.filter((record) => record.name === name);
  const found = named.filter((record) => typeNumbers[record.type] === type);
  const data = found.map((record) => dnsRecord(type, recordData(record)));
  return dnsReply(query, data, named.length === 0 ? nameNotKnown : 0);
}
