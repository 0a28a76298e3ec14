import type { MessageSummary } from '../../../electron/contract/mailbox/mailbox.contract.ts';

/** Messages in one call of `mailbox.listMessages`. */
export const pageSize = 100;

/** Numbers of the pages that hold the rows from `first` to `last`; the first page always, for it knows the total. */
export const pagesOf = (first: number, last: number): number[] => {
  const from = Math.floor(first / pageSize);
  const to = Math.floor(last / pageSize);
  const shown = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return [...new Set([0, ...shown])];
};

export type LoadedPages = ReadonlyMap<number, readonly MessageSummary[]>;

/** The message in row `index`, or undefined while its page is on the way. */
export const messageAt = (pages: LoadedPages, index: number): MessageSummary | undefined =>
  pages.get(Math.floor(index / pageSize))?.[index % pageSize];
