import { describe, expect, it } from 'vitest';
import {
  extended,
  indexesBetween,
  movedTo,
  nothingSelected,
  toggled,
} from '../../../../renderer/areas/mailbox/messageSelection.ts';

describe('the selection', () => {
  it('takes a message in and out and leaves the old selection as it was', () => {
    const one = toggled(nothingSelected, 'a');
    expect([...one]).toEqual(['a']);
    expect([...toggled(one, 'a')]).toEqual([]);
    expect([...one]).toEqual(['a']);
    expect(nothingSelected.size).toBe(0);
  });

  it('grows by others without doubling them', () => {
    expect([...extended(new Set(['a']), ['a', 'b'])]).toEqual(['a', 'b']);
  });

  it('covers a range from either end', () => {
    expect(indexesBetween(2, 4)).toEqual([2, 3, 4]);
    expect(indexesBetween(4, 2)).toEqual([2, 3, 4]);
    expect(indexesBetween(3, 3)).toEqual([3]);
  });
});

describe('keys in the list', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 9, 9],
    ['PageDown', 2, 6],
    ['PageUp', 2, 0],
    ['Home', 7, 0],
    ['End', 0, 9],
    ['x', 3, null],
  ])('%s moves from row %i to %s', (key, active, target) => {
    expect(movedTo(key, active, 10, 4)).toBe(target);
  });
});
