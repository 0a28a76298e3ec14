import { describe, expect, it } from 'vitest';
import { createBoundedTurns } from '../../../electron/concurrency/boundedTurns.ts';

describe('bounded turns', () => {
  it('run no more at once than they may, and everything in the end', async () => {
    const { inTurn } = createBoundedTurns(3, 100);
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 50 }, () => inTurn(work)));
    expect(most).toBe(3);
    await inTurn(work);
  });

  it('refuse who finds no place before anything is done, and go on after a failure', async () => {
    const { inPlace } = createBoundedTurns(1, 2);
    const first = Promise.withResolvers<void>();
    const running = inPlace(() => first.promise);
    const next = inPlace(async () => 'next');
    let isDone = false;
    const late = inPlace(async () => {
      isDone = true;
    });
    await expect(late).rejects.toMatchObject({ code: 'BUSY' });
    expect(isDone).toBe(false);
    first.reject(new Error('failed'));
    await expect(running).rejects.toThrow('failed');
    expect(await next).toBe('next');
    expect(await inPlace(async () => 'again')).toBe('again');
  });
});
