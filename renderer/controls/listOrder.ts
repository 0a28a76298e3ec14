/** The list with the item at `index` further up (`by` −1) or down (1); at an end it stays as it is. */
export const moved = <Item>(items: readonly Item[], index: number, by: -1 | 1): Item[] => {
  const item = items[index];
  const target = index + by;
  if (item === undefined || target < 0 || target >= items.length) return [...items];
  return items.toSpliced(index, 1).toSpliced(target, 0, item);
};
