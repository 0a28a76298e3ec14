import { describe, expect, it } from 'vitest';
import { oneFlight } from '../../../electron/concurrency/oneFlight.ts';
import { TimeLimitError } from '../../../electron/concurrency/timeLimitError.ts';

const never = new AbortController().signal;

describe('one flight', () => {
  it('is one for all who ask meanwhile, and another for who asks after it', async () => {
    let flights = 0;
    const ask = oneFlight(60_000, async () => (flights += 1));
    expect(await Promise.all([ask(never), ask(never)])).toEqual([1, 1]);
    expect(await ask(never)).toBe(2);
  });

  it('goes on for the others when somebody leaves', async () => {
    const work = Promise.withResolvers<string>();
    const ask = oneFlight(60_000, () => work.promise);
    const leaving = new AbortController();
    const left = ask(leaving.signal);
    const stayed = ask(never);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    work.resolve('there');
    expect(await stayed).toBe('there');
  });

  it('ends when its time is up, though nobody listens, and makes room for another', async () => {
    const results = [new Promise<string>(() => undefined), Promise.resolve('there')];
    const ask = oneFlight(1, () => results.shift() ?? Promise.reject(new Error('too many')));
    await expect(ask(never)).rejects.toThrow(TimeLimitError);
    expect(await ask(never)).toBe('there');
  });
});
