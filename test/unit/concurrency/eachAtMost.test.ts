import { describe, expect, it } from 'vitest';
import { eachAtMost } from '../../../electron/concurrency/eachAtMost.ts';

describe('work for each', () => {
  it('is done for a few at a time, and its results keep their order', async () => {
    let running = 0;
    let most = 0;
    const results = await eachAtMost(2, [5, 1, 4, 2, 3], async (turns) => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      running -= 1;
      return turns * 10;
    });
    expect(results).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(2);
  });
});
