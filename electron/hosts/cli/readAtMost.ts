export type LimitedInput = {
  bytes: Uint8Array;
  /** False: the source holds more than this. */
  isWhole: boolean;
};

/** Reads no further than `limit` bytes, however much more would come, and closes the source. */
export const readAtMost = async (source: AsyncIterable<Uint8Array>, limit: number): Promise<LimitedInput> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    parts.push(part);
    length += part.length;
    if (length > limit) break;
  }
  return { bytes: Buffer.concat(parts).subarray(0, limit), isWhole: length <= limit };
};
