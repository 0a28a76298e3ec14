import { fail } from '../../contract/failures.ts';
import type { PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { Actor } from './actor.ts';
import { demandChangeable } from './restrictedUser.ts';

export type SessionEndingParts = { transact: PeopleTransaction; now: () => number };

/** Signs somebody out. Failures: NOT_FOUND, RESTRICTED. */
export const createSessionEnding = ({ transact, now }: SessionEndingParts) => ({
  endSession: async ({ id, sessionId }: { id: string; sessionId: string }, actor: Actor): Promise<void> => {
    await transact(async (stores) => {
      await demandChangeable(stores, id, actor);
      const lasting = await stores.sessions.listOf(id);
      if (!lasting.some((session) => session.id === sessionId)) throw fail('NOT_FOUND', {});
      await stores.sessions.end(sessionId, 'ended', now());
    });
  },

  endSessions: async (id: string, actor: Actor): Promise<void> => {
    await transact(async (stores) => {
      await demandChangeable(stores, id, actor);
      await stores.sessions.endAllOf(id, 'ended', now());
    });
  },
});
