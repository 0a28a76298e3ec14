import { fail } from '../../contract/failures.ts';
import type { PeopleStores, PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { Actor } from './actor.ts';
import { readPeopleFacts } from './peopleFacts.ts';
import { demandUnrestricted } from './restrictedUser.ts';

export type SessionEndingParts = { transact: PeopleTransaction; now: () => number };

const demandChangeable = async (stores: PeopleStores, id: string, actor: Actor): Promise<void> => {
  const user = await stores.users.find(id);
  if (!user) throw fail('NOT_FOUND', {});
  actor.note({ subject: user.name });
  demandUnrestricted(['change'], user, actor, await readPeopleFacts(stores));
};

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
