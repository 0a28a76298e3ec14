import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createProcessLock } from '../../../../electron/stores/files/processLock.ts';
import { temporaryDirectory } from '../temporaryDirectory.ts';

const lockFile = (): string => path.join(temporaryDirectory(), 'test.lock');

/** Work that goes on until it is told to end. */
const openWork = () => {
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const work = async (): Promise<void> => {
    start();
    await ended;
  };
  return { work, started, end };
};

it('lets one holder in at a time, in the order of the calls', async () => {
  const lock = createProcessLock(lockFile());
  const order: string[] = [];
  const { work, started, end } = openWork();
  const first = lock(work).then(() => order.push('first'));
  const second = lock(async () => order.push('second'));
  await started;
  end();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

it('keeps a second holder of the same file out until the first is done', async () => {
  const file = lockFile();
  const { work, started, end } = openWork();
  const first = createProcessLock(file)(work);
  await started;
  await expect(createProcessLock(file, 20)(async () => 'in')).rejects.toMatchObject({ code: 'BUSY' });
  end();
  await first;
  await expect(createProcessLock(file)(async () => 'in')).resolves.toBe('in');
});

it('is free again after work that failed', async () => {
  const lock = createProcessLock(lockFile());
  await expect(lock(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(lock(async () => 'in')).resolves.toBe('in');
});

it('refuses where its file cannot be', async () => {
  const file = path.join(temporaryDirectory(), 'file');
  writeFileSync(file, '');
  const lock = createProcessLock(path.join(file, 'test.lock'));
  await expect(lock(async () => 'in')).rejects.toMatchObject({ code: 'ENOTDIR' });
});
