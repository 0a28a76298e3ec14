import { expect, it } from 'vitest';
import { fail } from '../../../../../electron/contract/failures.ts';
import { askedWithin } from '../../../../../electron/services/directory/people/askedWithin.ts';

it('says that the directory cannot be reached when it takes longer, and gives up what was begun', async () => {
  const begun = Promise.withResolvers<AbortSignal>();
  const asked = askedWithin(1, (signal) => {
    begun.resolve(signal);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('given up')), { once: true });
    });
  });
  await expect(asked).rejects.toMatchObject({
    code: 'DIRECTORY_UNREACHABLE',
    data: { finding: { code: 'ldapTimedOut' } },
  });
  expect((await begun.promise).aborted).toBe(true);
});

it('passes on what is said in time', async () => {
  await expect(askedWithin(60_000, async () => 'said')).resolves.toBe('said');
  const refused = askedWithin(60_000, () => Promise.reject(fail('NOT_FOUND', {})));
  await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(askedWithin(60_000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
