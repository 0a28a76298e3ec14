import { SaslError } from './saslError.ts';

/** MS-NLMP, 2.2.2.1: a pair of the target information. */
export type AvPair = { id: number; value: Buffer };

export const avIds = {
  end: 0,
  flags: 6,
  timestamp: 7,
  targetName: 9,
  channelBindings: 10,
} as const;

const headBytes = 4;

/** Reads target information; none at all is an empty list. Throws SaslError where it is cut off. */
export const decodeAvPairs = (bytes: Buffer): AvPair[] => {
  const pairs: AvPair[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + headBytes > bytes.length) throw new SaslError('challengeUnreadable');
    const id = bytes.readUInt16LE(at);
    if (id === avIds.end) break;
    const next = at + headBytes + bytes.readUInt16LE(at + 2);
    if (next > bytes.length) throw new SaslError('challengeUnreadable');
    pairs.push({ id, value: bytes.subarray(at + headBytes, next) });
    at = next;
  }
  return pairs;
};

const encodeAvPair = ({ id, value }: AvPair): Buffer => {
  const head = Buffer.alloc(headBytes);
  head.writeUInt16LE(id);
  head.writeUInt16LE(value.length, 2);
  return Buffer.concat([head, value]);
};

export const encodeAvPairs = (pairs: readonly AvPair[]): Buffer =>
  Buffer.concat([...pairs.map(encodeAvPair), encodeAvPair({ id: avIds.end, value: Buffer.alloc(0) })]);
