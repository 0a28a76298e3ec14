import { expect, it, vi } from 'vitest';
import { dayMs } from '../../../../electron/contract/dayMs.ts';
import { onceADay } from '../../../../electron/services/background/onceADay.ts';

const signal = new AbortController().signal;

it('does again after a day what was done, and what failed', async () => {
  let at = 5;
  const work = vi.fn(async () => undefined);
  const run = onceADay(() => at, work);
  expect(await run(signal)).toBe(5 + dayMs);
  at += dayMs - 1;
  expect(await run(signal)).toBe(5 + dayMs);
  expect(work).toHaveBeenCalledOnce();
  at += 1;
  work.mockRejectedValueOnce(new Error('no disk'));
  await expect(run(signal)).rejects.toThrow('no disk');
  at += 1;
  expect(await run(signal)).toBe(5 + 2 * dayMs);
  expect(work).toHaveBeenCalledTimes(2);
  at += dayMs - 1;
  expect(await run(signal)).toBe(5 + 3 * dayMs);
  expect(work).toHaveBeenCalledTimes(3);
});

it('is not put off by a clock that was ahead', async () => {
  let at = 365 * dayMs;
  const work = vi.fn(async () => undefined);
  const run = onceADay(() => at, work);
  await run(signal);
  at = dayMs;
  expect(await run(signal)).toBe(2 * dayMs);
  expect(work).toHaveBeenCalledTimes(2);
});
