/** Names in one cell, with | between them; a | or \ in a name gets a \ before it. */
export const joinNames = (names: readonly string[]): string =>
  names.map((name) => name.replace(/[\\|]/g, '\\$&')).join('|');

/** The names of a cell, without outer blanks; none for an empty one. */
export const splitNames = (cell: string): string[] =>
  [...cell.matchAll(/(?:\\.|[^\\|]|\\$)+/gsu)]
    .map(([name]) => name.replace(/\\(.)/gsu, '$1').trim())
    .filter(Boolean);
