import { startBothTransports, type Transport } from '../bothTransports.ts';

/** What the server answers to a query; null: nothing. */
export type DnsScript = (query: Buffer, transport: Transport) => Buffer | null;

export type ScriptedDns = AsyncDisposable & {
  /** `127.0.0.1:port`, UDP and TCP. */
  readonly address: string;
  readonly asked: string[];
};

const headerBytes = 12;
const numbers = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
};

export const dnsName = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split('.')
      .filter(Boolean)
      .map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`)),
    Buffer.alloc(1),
  ]);

/** A record whose name is that of the question (RFC 1035, 4.1.4). */
export const dnsRecord = (type: number, data: Buffer): Buffer =>
  Buffer.concat([numbers(0xc000 + headerBytes, type, 1, 0, 60, data.length), data]);

export const serviceData = (priority: number, weight: number, port: number, target: Buffer): Buffer =>
  Buffer.concat([numbers(priority, weight, port), target]);

/** The reply to a query: its question again, the code and flags, the records. */
export const dnsReply = (query: Buffer, records: readonly Buffer[], flags = 0): Buffer =>
  Buffer.concat([
    query.subarray(0, 2),
    numbers(0x8180 | flags, 1, records.length, 0, 0),
    query.subarray(headerBytes),
    ...records,
  ]);

export const askedName = (query: Buffer): string => {
  const labels: string[] = [];
  for (let offset = headerBytes; (query[offset] ?? 0) > 0; offset += 1 + (query[offset] ?? 0))
    labels.push(query.toString('latin1', offset + 1, offset + 1 + (query[offset] ?? 0)));
  return labels.join('.');
};

/** Starts a DNS server that says what the script says. */
export const startScriptedDns = async (script: DnsScript): Promise<ScriptedDns> => {
  const asked: string[] = [];
  const answer = (query: Buffer, transport: Transport): Buffer | null => {
    asked.push(`${transport} ${askedName(query)}`);
    return script(query, transport);
  };
  const { port, [Symbol.asyncDispose]: close } = await startBothTransports(answer, 2);
  return { ...{ address: `127.0.0.1:${port}`, asked }, [Symbol.asyncDispose]: close };
};
