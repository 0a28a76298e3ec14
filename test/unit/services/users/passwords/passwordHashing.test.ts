import { describe, expect, it } from 'vitest';
import { createBoundedTurns } from '../../../../../electron/services/users/passwords/boundedTurns.ts';
import {
  createPasswordHashing,
  isOutdated,
  passwordCosts,
} from '../../../../../electron/services/users/passwords/passwordHashing.ts';

const [least] = passwordCosts;

describe('password hashes', () => {
  it('fit their password only, and differ although the password is the same', async () => {
    const hashing = createPasswordHashing();
    const [one, other] = await Promise.all([
      hashing.hash('a secret', least),
      hashing.hash('a secret', least),
    ]);
    expect(one).not.toBe(other);
    expect(await hashing.verify('a secret', one)).toBe(true);
    expect(await hashing.verify('a secret ', one)).toBe(false);
  });

  it('use all of a long password', async () => {
    const hashing = createPasswordHashing();
    const long = '🔑'.repeat(256);
    expect(await hashing.verify(`${long.slice(0, -2)}x`, await hashing.hash(long, least))).toBe(false);
  });

  it('carry their cost, so that a higher one later is noticed', async () => {
    const hash = await createPasswordHashing().hash('a secret', least);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(isOutdated(hash, least)).toBe(false);
    expect(isOutdated(hash, { ...least, passes: 3 })).toBe(true);
    expect(isOutdated('$2b$10$abc', least)).toBe(true);
  });
});

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
