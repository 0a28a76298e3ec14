export type Selection = ReadonlySet<string>;

export const nothingSelected: Selection = new Set();

/** The selection with `id` put in, or taken out when it was in. */
export const toggled = (selection: Selection, id: string): Selection => {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** The selection together with all of `ids`. */
export const extended = (selection: Selection, ids: Iterable<string>): Selection =>
  new Set([...selection, ...ids]);

/** Both ends included, in rising order, whichever end comes first. */
export const indexesBetween = (one: number, other: number): number[] => {
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, step) => first + step);
};

/** Row numbers that a key of a grid moves to (WAI-ARIA grid pattern); null for any other key. */
export const movedTo = (key: string, active: number, total: number, rowsOnScreen: number): number | null => {
  const targets: Partial<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + rowsOnScreen,
    PageUp: active - rowsOnScreen,
    Home: 0,
    End: total - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(0, Math.min(total - 1, target));
};
