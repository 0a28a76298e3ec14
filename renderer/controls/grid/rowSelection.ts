export type RowSelection = ReadonlySet<string>;

export const nothingSelected: RowSelection = new Set();

/** The selection with `id` put in, or taken out when it was in. */
export const toggled = (selection: RowSelection, id: string): RowSelection => {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
};
