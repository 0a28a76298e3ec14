import { expect, it } from 'vitest';
import { keepResult } from '../../../electron/hosts/keepResult.ts';

it('does the work once, also for those who ask meanwhile', async () => {
  let times = 0;
  const get = keepResult(async () => (times += 1));
  expect(await Promise.all([get(), get()])).toEqual([1, 1]);
  expect(await get()).toBe(1);
});

it('does not keep a failure', async () => {
  let times = 0;
  const get = keepResult(async () => {
    times += 1;
    if (times === 1) throw new Error('held by a virus scanner');
    return 'read';
  });
  await expect(get()).rejects.toThrow('virus scanner');
  expect(await get()).toBe('read');
});
