import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ResolvedClient } from '../../../../electron/services/oauth/resolvedClient.ts';
import { hurryTime } from '../../protocols/oauth/fakeProvider.ts';
import { createPrograms, people } from './rotatingProvider.ts';

beforeEach(hurryTime);
afterEach(() => void vi.useRealTimers());

const refused = { name: 'SignInAgain', refusal: { error: 'invalid_grant' } };

/** A person has signed in; both programs send the same token for renewal before either has an answer. */
const startBoth = async (client: ResolvedClient) => {
  const programs = createPrograms(client);
  const [window, commandLine] = [programs.start(), programs.start()];
  await window.signIn();
  const both = Promise.withResolvers<void>();
  programs.provider.beforeAnswer = async () => {
    if (programs.provider.renewals.length >= 2) both.resolve();
    return both.promise;
  };
  return { ...programs, window, commandLine };
};

it.each(people)('two programs with one sign-in at %s both have what one was given', async (_, client) => {
  const { window, commandLine, provider, kept } = await startBoth(client);
  expect(await Promise.all([window.get(), commandLine.get()])).toEqual(['access-2', 'access-2']);
  expect(provider.renewals).toEqual(['renewal-1', 'renewal-1']);
  expect(kept()).toBe('renewal-2');
  expect(await window.get()).toBe('access-3');
  expect(await commandLine.get()).toBe('access-4');
});

it.each(people.slice(0, 1))(
  'two programs with one sign-in at %s renew with the newer one what the other has no token for',
  async (_, client) => {
    const { window, commandLine, provider, kept } = await startBoth(client);
    const given = await Promise.all([window.get(), commandLine.get({ purposes: ['smtp', 'imap'] })]);
    expect(given.toSorted()).toEqual(['access-2', 'access-3']);
    expect(provider.renewals).toEqual(['renewal-1', 'renewal-1', 'renewal-2']);
    expect(kept()).toBe('renewal-3');
  },
);

describe.each(people)('a sign-in at %s that was revoked', (_, client) => {
  it('is lost when nobody has kept a newer one, and sent once', async () => {
    const { provider, start } = createPrograms(client);
    const program = start();
    await program.signIn();
    provider.used.add('renewal-1');
    const before = provider.asked.length;
    await expect(program.get()).rejects.toMatchObject(refused);
    expect(provider.asked.length - before).toBe(1);
  });

  it('is lost when the newer one is refused, too, and each is sent once', async () => {
    const { provider, start, records } = createPrograms(client);
    const program = start();
    await program.signIn();
    provider.used.add('renewal-1').add('renewal-9');
    const before = provider.asked.length;
    provider.beforeAnswer = async () => {
      for (const [path, record] of records)
        records.set(path, { ...record, value: record.value.replace('renewal-1', 'renewal-9') });
    };
    await expect(program.get()).rejects.toMatchObject(refused);
    expect(provider.asked.length - before).toBe(2);
  });
});
