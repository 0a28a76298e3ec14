import { describe, expect, it } from 'vitest';
import { movedTo } from '../../../../../renderer/controls/grid/gridKeys.ts';
import { nothingSelected, toggled } from '../../../../../renderer/controls/grid/rowSelection.ts';

describe('the selection', () => {
  it('takes a row in and out and leaves the old selection as it was', () => {
    const one = toggled(nothingSelected, 'a');
    expect([...one]).toEqual(['a']);
    expect([...toggled(one, 'a')]).toEqual([]);
    expect([...one]).toEqual(['a']);
    expect(nothingSelected.size).toBe(0);
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
