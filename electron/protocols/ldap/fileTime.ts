/** Between 1601-01-01, where FILETIME begins, and 1970-01-01, in milliseconds. */
const epochDifferenceMs = 11_644_473_600_000n;
const unitsInMs = 10_000n;
/** Both mean never (MS-ADA1 2.2, accountExpires). */
const never = new Set([0n, 0x7fffffffffffffffn]);
/** What a Date can say. */
const latestMs = 8_640_000_000_000_000n;

/**
 * Reads a time as Active Directory keeps it: 100 ns since 1601 (MS-DTYP 2.3.3), written as a decimal number.
 * @returns milliseconds since 1970, rounded down; null: never, or no such number.
 */
export const decodeFileTime = (text: string): number | null => {
  if (!/^\d{1,19}$/.test(text)) return null;
  const units = BigInt(text);
  if (never.has(units)) return null;
  const ms = units / unitsInMs - epochDifferenceMs;
  return ms > latestMs ? null : Number(ms);
};

/** Writes milliseconds since 1970 as Active Directory keeps times; null: never. */
export const encodeFileTime = (ms: number | null): string =>
  ms === null ? '9223372036854775807' : String((BigInt(Math.trunc(ms)) + epochDifferenceMs) * unitsInMs);
