import type { DnsRecord } from './domainRecords.ts';

/** Numbers of RFC 1035, 3.2.2 and RFC 2782. */
const typeNumbers = { A: 1, SRV: 33 } as const;
const headerSize = 12;
const nameNotKnown = 3;
const timeToLive = 1;
/** Of every service, as Windows registers it (RFC 2782). */
const [priority, weight] = [0, 100];

type Question = {
  readonly name: string;
  readonly type: number;
  readonly bytes: Uint8Array;
};

/** Reads the first question of a query (RFC 1035, 4.1.2). */
function readQuestion(query: Buffer): Question {
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

function nameBytes(name: string): Buffer {
  const labels = name.split('.').map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
}

function recordData(record: DnsRecord): Buffer {
  if (record.type === 'A') return Buffer.from(record.address.split('.').map(Number));
  return Buffer.concat([numbers(priority, weight, record.port), nameBytes(record.target)]);
}

/** One record of the answer; its name is a pointer to the one in the question (RFC 1035, 4.1.4). */
function recordBytes(record: DnsRecord): Buffer {
  const data = recordData(record);
  const pointer = 0xc000 + headerSize;
  return Buffer.concat([numbers(pointer, typeNumbers[record.type], 1, 0, timeToLive, data.length), data]);
}

/**
 * Answers a DNS query of one question (RFC 1035) from a list of records: authoritative, without additional records.
 * @throws RangeError when the query is cut off.
 */
export function answerQuery(query: Buffer, records: readonly DnsRecord[]): Uint8Array {
  const { name, type, bytes } = readQuestion(query);
  const named = records.filter((record) => record.name === name);
  const found = named.filter((record) => typeNumbers[record.type] === type);
  const code = named.length === 0 ? nameNotKnown : 0;
  const header = numbers(query.readUInt16BE(0), 0x8580 | code, 1, found.length, 0, 0);
  return Buffer.concat([header, bytes, ...found.map(recordBytes)]);
}
