import fc from 'fast-check';

type ErrorClass = abstract new (...args: never[]) => Error;

/** Bytes that are nearly right: some changed, the end missing, or a right beginning with garbage behind it. */
const brokenCopies = (good: Buffer, headBytes: number): fc.Arbitrary<Buffer> => {
  const change = (changes: readonly [number, number][]): Buffer => {
    const bytes = Buffer.from(good);
    for (const [at, value] of changes) bytes[at] = value;
    return bytes;
  };
  const changed = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }).map(change);
  const cut = fc.nat(good.length).map((length) => good.subarray(0, length));
  const garbage = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
  const continued = garbage.map((bytes) => Buffer.concat([good.subarray(0, headBytes), bytes]));
  return fc.oneof(changed, cut, garbage, continued);
};

export type Breaking = {
  good: Buffer;
  /** How much of it stands before the garbage. */
  headBytes: number;
  read: (bytes: Buffer) => unknown;
  refusal: ErrorClass;
  runs: number;
};

/** Fails when broken bytes are not read and not refused in the one way, or keep the reader for ever. */
export const expectReadOrRefused = ({ good, headBytes, read, refusal, runs }: Breaking): void => {
  const property = fc.property(brokenCopies(good, headBytes), (bytes) => {
    try {
      read(bytes);
    } catch (error) {
      if (!(error instanceof refusal)) throw error;
    }
  });
  fc.assert(property, { numRuns: runs });
};
