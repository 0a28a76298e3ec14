import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hurryTime } from '../../protocols/oauth/fakeProvider.ts';
import { createPrograms, people } from './rotatingProvider.ts';

beforeEach(hurryTime);
afterEach(() => void vi.useRealTimers());

describe.each(people)('a sign-in at %s while the vault is locked', (_, client) => {
  it('is not lost when it was renewed, and is kept when the vault opens again', async () => {
    const { provider, start, kept, errors, lock, unlock } = createPrograms(client);
    const program = start();
    await program.signIn();
    provider.beforeAnswer = async () => void lock();
    expect(await program.get()).toBe('access-2');
    expect(errors).toEqual(['oauth.signInNotKept']);
    expect(await program.get({ force: false })).toBe('access-2');
    expect(kept()).toBe('renewal-1');
    unlock();
    expect(await program.get({ force: false })).toBe('access-2');
    expect(kept()).toBe('renewal-2');
    expect(await start().get()).toBe('access-3');
    expect(provider.renewals).toEqual(['renewal-1', 'renewal-2']);
  });

  it('is not lost when a person gave it', async () => {
    const { provider, start, kept, errors, lock, unlock } = createPrograms(client);
    const program = start();
    provider.beforeAnswer = async () => void lock();
    expect(await program.signIn()).toBe('access-1');
    expect(errors).toEqual(['oauth.signInNotKept']);
    unlock();
    provider.beforeAnswer = async () => undefined;
    expect(await program.get()).toBe('access-2');
    expect(kept()).toBe('renewal-2');
  });

  it('ends with any other reason for which it cannot be read', async () => {
    const { provider, start, vault } = createPrograms(client);
    const program = start();
    await program.signIn();
    provider.beforeAnswer = async () => {
      vault.read = () => Promise.reject(new Error('The disk is broken'));
    };
    await expect(program.get()).rejects.toThrow('The disk is broken');
  });

  it('gives way to one that another program kept meanwhile', async () => {
    const { provider, start, kept, lock, unlock } = createPrograms(client);
    const [program, other] = [start(), start()];
    await program.signIn();
    provider.beforeAnswer = async () => void lock();
    await program.get();
    unlock();
    provider.used.clear();
    provider.beforeAnswer = async () => undefined;
    expect(await other.get()).toBe('access-3');
    expect(await program.get({ force: false })).toBe('access-3');
    expect(kept()).toBe('renewal-3');
  });
});
