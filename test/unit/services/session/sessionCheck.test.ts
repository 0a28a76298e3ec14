import { expect, it } from 'vitest';
import { createSessionCheck } from '../../../../electron/services/session/sessionCheck.ts';
import type { StoredSession } from '../../../../electron/stores/users/sessionStore.ts';

it('keeps a session that is in use, also where the shortest rest ends one', async () => {
  let now = 0;
  const origin = { door: 'browser', machine: 'OFFICE-1' };
  const session: StoredSession = {
    ...{ id: 's', userId: 'anna', origin, createdAt: 0, seenAt: 0, end: null },
  };
  const check = createSessionCheck({
    sessions: {
      findByToken: async () => session,
      findNext: async () => null,
      touch: async (_id, at) => void (session.seenAt = at),
      end: async () => undefined,
    },
    rules: async () => ({ idleMinutes: 1, absoluteHours: 12, onePerUser: true }),
    now: () => now,
  });
  for (; now < 180_000; now += 50_000) expect(await check('token')).toMatchObject({ state: 'lasting' });
});
