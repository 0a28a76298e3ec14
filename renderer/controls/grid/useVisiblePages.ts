import { useCallback, useState } from 'react';
import { pagesOf } from './rowPages.ts';

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((number, at) => number === other[at]);

/** Numbers of the pages whose rows are on screen, and the first. Scrolling within a page changes nothing. */
export const useVisiblePages = () => {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const onVisible = useCallback((first: number, last: number) => {
    const next = pagesOf(first, last);
    setPages((known) => (isSame(known, next) ? known : next));
  }, []);
  return { pages, onVisible };
};
