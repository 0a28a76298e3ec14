/** The middle of a sample. */
export const medianOf = (sample: readonly number[]): number => {
  const sorted = sample.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/**
 * How far two samples lie apart, in standard deviations of what chance gives (Mann and Whitney's U, normal approximation). It
 * looks at ranks alone: one slow answer among many does not matter.
 */
export const rankDistance = (one: readonly number[], other: readonly number[]): number => {
  const wins = one.flatMap((value) => other.map((against) => Math.sign(value - against) / 2 + 0.5));
  const pairs = one.length * other.length;
  const u = wins.reduce((sum, win) => sum + win, 0);
  return (u - pairs / 2) / Math.sqrt((pairs * (one.length + other.length + 1)) / 12);
};
