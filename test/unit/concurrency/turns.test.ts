import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../electron/concurrency/turns.ts';

describe('turns', () => {
  it('come one after the other, in the order in which they were asked for', async () => {
    const turns = createTurns();
    const heard: string[] = [];
    const first = Promise.withResolvers<void>();
    const work = (name: string, ended: Promise<void> = Promise.resolve()) =>
      turns.take(null, async () => {
        heard.push(`${name} begins`);
        await ended;
        heard.push(`${name} ends`);
      });
    const all = [work('one', first.promise), work('two')];
    expect(turns.isIdle()).toBe(false);
    first.resolve();
    await Promise.all(all);
    expect(heard).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    expect(turns.isIdle()).toBe(true);
  });

  it('go on after work that throws', async () => {
    const turns = createTurns();
    const failed = turns.take(null, async () => Promise.reject(new Error('broken')));
    const next = turns.take(null, async () => 'done');
    await expect(failed).rejects.toThrow('broken');
    await expect(next).resolves.toBe('done');
  });

  it('are given up by who is aborted, behind whom the others still wait for those before', async () => {
    const turns = createTurns();
    const end = await turns.begin(null);
    const leaving = new AbortController();
    const left = turns.take(leaving.signal, async () => 'never');
    let isIn = false;
    const staying = turns.take(null, async () => void (isIn = true));
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(isIn).toBe(false);
    end();
    await staying;
    expect(isIn).toBe(true);
  });

  it('are not begun by who was aborted before', async () => {
    const turns = createTurns();
    const work = turns.take(AbortSignal.abort(new Error('left')), async () => 'never');
    await expect(work).rejects.toThrow('left');
    expect(turns.isIdle()).toBe(true);
  });
});
