import { describe, expect, it } from 'vitest';
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
