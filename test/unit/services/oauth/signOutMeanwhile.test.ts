import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hurryTime } from '../../protocols/oauth/fakeProvider.ts';
import { createPrograms, people } from './rotatingProvider.ts';

beforeEach(hurryTime);
afterEach(() => void vi.useRealTimers());

it.each(people)('signing out at %s while a person signs in leaves nothing', async (_, client) => {
  const { provider, start, records } = createPrograms(client);
  const { service, signIn } = start();
  provider.beforeAnswer = () => service.signOut('profile-1');
  expect(await signIn()).toBe('access-1');
  expect([...records.keys()]).toEqual([]);
  expect(await service.hasToken('profile-1')).toBe(false);
});

it.each(people)('signing out at %s during a renewal leaves nothing', async (_, client) => {
  const { provider, start, records } = createPrograms(client);
  const { service, signIn, get } = start();
  await signIn();
  provider.beforeAnswer = () => service.signOut('profile-1');
  expect(await get()).toBe('access-2');
  expect([...records.keys()]).toEqual([]);
  expect(await service.hasToken('profile-1')).toBe(false);
  provider.beforeAnswer = async () => undefined;
  await expect(get()).rejects.toMatchObject({ name: 'SignInAgain' });
});

it.each(people)(
  'signing out at %s reaches who signs in although another sign-in stays',
  async (_, client) => {
    const { provider, start, records, lock, unlock } = createPrograms(client);
    const { service, signIn, get } = start();
    await signIn();
    provider.beforeAnswer = async () => {
      lock();
      await expect(service.signOut('profile-1')).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
      unlock();
      await service.signOut('profile-1');
    };
    const attendant = { ask: () => undefined, wait: () => undefined, language: 'en' } as const;
    await get({ attendant, destination: 'imap.corp.example' });
    expect([...records.keys()]).toEqual([]);
    expect(await service.hasToken('profile-1')).toBe(false);
  },
);

it.each(people)('signing out at %s reaches a renewal whose client had to make room', async (_, client) => {
  const { provider, start, records } = createPrograms(client);
  const { service, signIn, get } = start();
  await signIn();
  provider.beforeAnswer = async () => {
    provider.beforeAnswer = async () => undefined;
    const others = Array.from({ length: 65 }, (__, index) => `other-${index}`);
    await Promise.allSettled(others.map((owner) => get({ owner })));
    await service.signOut('profile-1');
  };
  expect(await get()).toBe('access-2');
  expect([...records.keys()]).toEqual([]);
});
