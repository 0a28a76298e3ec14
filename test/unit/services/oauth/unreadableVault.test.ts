import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../electron/contract/failures.ts';
import { hurryTime } from '../../protocols/oauth/fakeProvider.ts';
import { createPrograms, people } from './rotatingProvider.ts';

beforeEach(hurryTime);
afterEach(() => void vi.useRealTimers());

describe.each(people)('a sign-in at %s while the vault cannot be read', (_, client) => {
  it('is not lost when the vault was locked during its renewal, and is kept when it opens again', async () => {
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

  it('is not lost when the vault was locked while a person gave it', async () => {
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

  it('is not lost when another program holds the vault after its renewal', async () => {
    const { provider, start, kept, vault } = createPrograms(client);
    const program = start();
    await program.signIn();
    const { read } = vault;
    provider.beforeAnswer = async () => {
      vault.read = () => Promise.reject(fail('STORAGE_FAILED', { systemCode: 'EBUSY', file: 'vault.json' }));
    };
    expect(await program.get()).toBe('access-2');
    expect(kept()).toBe('renewal-2');
    vault.read = read;
    provider.beforeAnswer = async () => undefined;
    expect(await start().get()).toBe('access-3');
    expect(provider.renewals).toEqual(['renewal-1', 'renewal-2']);
  });

  it('ends with a fault that nobody expects', async () => {
    const { provider, start, vault } = createPrograms(client);
    const program = start();
    await program.signIn();
    provider.beforeAnswer = async () => {
      vault.read = () => Promise.reject(new Error('The program is wrong'));
    };
    await expect(program.get()).rejects.toThrow('The program is wrong');
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
