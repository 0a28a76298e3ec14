import { expect, it } from 'vitest';
import { renameIntoPlace } from '../../../../electron/stores/files/renameIntoPlace.ts';

const refusal = (code: string) => Object.assign(new Error(code), { code, syscall: 'rename' });

const refusing = (platform: NodeJS.Platform, code: string, times: number) => {
  const seen = { renames: 0, pauses: 0 };
  const parts = {
    platform,
    rename: async () => {
      seen.renames += 1;
      if (seen.renames <= times) throw refusal(code);
    },
    pause: async () => void (seen.pauses += 1),
  };
  return { seen, parts };
};

it('tries again on Windows while another program holds the file', async () => {
  const { seen, parts } = refusing('win32', 'EPERM', 3);
  await renameIntoPlace('from', 'to', parts);
  expect(seen).toEqual({ renames: 4, pauses: 3 });
});

it('gives up on Windows after a bounded number of attempts', async () => {
  const { seen, parts } = refusing('win32', 'EBUSY', Number.POSITIVE_INFINITY);
  await expect(renameIntoPlace('from', 'to', parts)).rejects.toMatchObject({ code: 'EBUSY' });
  expect(seen.renames).toBe(20);
});

it.each([
  ['linux', 'EPERM'],
  ['win32', 'ENOSPC'],
] as const)('does not try again on %s after %s', async (platform, code) => {
  const { seen, parts } = refusing(platform, code, 1);
  await expect(renameIntoPlace('from', 'to', parts)).rejects.toMatchObject({ code });
  expect(seen.renames).toBe(1);
});
