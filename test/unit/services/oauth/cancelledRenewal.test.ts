import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hurryTime } from '../../protocols/oauth/fakeProvider.ts';
import { createPrograms, people } from './rotatingProvider.ts';

beforeEach(hurryTime);
afterEach(() => void vi.useRealTimers());

it.each(people)('what %s gives for a renewal that nobody waits for any more is kept', async (_, client) => {
  const { provider, start, kept } = createPrograms(client);
  const { signIn, get } = start();
  await signIn();
  const cancel = new AbortController();
  const answers = Promise.withResolvers<void>();
  provider.beforeAnswer = async () => {
    cancel.abort(new Error('cancelled'));
    return answers.promise;
  };
  await expect(get({ signal: cancel.signal })).rejects.toThrow('cancelled');
  answers.resolve();
  expect(await get({ force: false })).toBe('access-2');
  expect(provider.renewals).toEqual(['renewal-1']);
  expect(kept()).toBe('renewal-2');
});

it.each(people)('a renewal at %s that is cancelled before it begins asks nothing', async (_, client) => {
  const { provider, start, kept } = createPrograms(client);
  const { signIn, get } = start();
  await signIn();
  const cancel = new AbortController();
  const answers = Promise.withResolvers<void>();
  const isAsked = Promise.withResolvers<void>();
  provider.beforeAnswer = async () => {
    isAsked.resolve();
    return answers.promise;
  };
  const first = get();
  await isAsked.promise;
  const second = get({ signal: cancel.signal, purposes: ['smtp', 'imap'] });
  cancel.abort(new Error('cancelled'));
  await expect(second).rejects.toThrow('cancelled');
  answers.resolve();
  expect(await first).toBe('access-2');
  expect(provider.renewals).toEqual(['renewal-1']);
  expect(kept()).toBe('renewal-2');
});
