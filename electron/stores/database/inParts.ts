/** How many values a statement is given at once: SQLite takes 32,766, other databases fewer (SQL Server 2,100). */
const valuesAtOnce = 1_000;

/** The values in parts that a statement can take. */
export const inParts = <Value>(values: readonly Value[]): Value[][] =>
  Array.from({ length: Math.ceil(values.length / valuesAtOnce) }, (_, part) =>
    values.slice(part * valuesAtOnce, (part + 1) * valuesAtOnce),
  );
