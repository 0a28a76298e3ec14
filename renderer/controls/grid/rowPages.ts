/** Rows in one call that lists them. */
export const pageSize = 100;

/** Numbers of the pages that hold the rows from `first` to `last`. */
export const pagesBetween = (first: number, last: number): number[] => {
  const from = Math.floor(first / pageSize);
  const to = Math.floor(last / pageSize);
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
};

/** Those pages, and the first page always, for it knows the total. */
export const pagesOf = (first: number, last: number): number[] => [
  ...new Set([0, ...pagesBetween(first, last)]),
];

export type LoadedPages<Row> = ReadonlyMap<number, readonly Row[]>;

/** What stands in row `index`, or undefined while its page is on the way. */
export const rowAt = <Row>(pages: LoadedPages<Row>, index: number): Row | undefined =>
  pages.get(Math.floor(index / pageSize))?.[index % pageSize];

/** Gives the rows of a page, from what is known or from the program. */
export type LoadPage = (page: number) => Promise<readonly { id: string }[]>;

/** The ids of the rows from `first` to `last`, from as many pages as that takes. */
export const idsBetween = async (first: number, last: number, load: LoadPage): Promise<string[]> => {
  const numbers = pagesBetween(first, last);
  const pages = await Promise.all(numbers.map(load));
  const begin = (numbers[0] ?? 0) * pageSize;
  return pages
    .flat()
    .slice(first - begin, last - begin + 1)
    .map(({ id }) => id);
};
