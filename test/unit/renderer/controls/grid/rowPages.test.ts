import { describe, expect, it } from 'vitest';
import { idsBetween, pagesOf, rowAt } from '../../../../../renderer/controls/grid/rowPages.ts';

describe('pages of rows', () => {
  it('are those that hold the rows on screen, and the first', () => {
    expect(pagesOf(0, 12)).toEqual([0]);
    expect(pagesOf(95, 103)).toEqual([0, 1]);
    expect(pagesOf(420, 431)).toEqual([0, 4]);
  });

  it('give what stands in a row once its page is there', () => {
    const pages = new Map([[1, ['hundredth', 'next']]]);
    expect(rowAt(pages, 101)).toBe('next');
    expect(rowAt(pages, 3)).toBeUndefined();
    expect(rowAt(pages, 150)).toBeUndefined();
  });

  it('are fetched where a range goes beyond them, and not elsewhere', async () => {
    const asked: number[] = [];
    const load = async (page: number) => {
      asked.push(page);
      return Array.from({ length: 100 }, (_, at) => ({ id: String(page * 100 + at) }));
    };
    const ids = await idsBetween(198, 302, load);
    expect(asked).toEqual([1, 2, 3]);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([105, '198', '302']);
  });
});
