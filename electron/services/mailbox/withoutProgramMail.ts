import { fail } from '../../contract/failures.ts';
import { isMailOfProgram } from '../../stores/mailbox/messageId.ts';
import type { MessageStore } from '../../stores/mailbox/messageStore.ts';

const demandOthers = (id: string): void => {
  if (isMailOfProgram(id)) throw fail('NOT_FOUND', {});
};

/**
 * The same mailbox without the mails of the program: whoever reads the code in one takes over the account that it is for.
 * They are neither listed, found, read, marked nor removed.
 */
export const withoutProgramMail = (store: MessageStore): MessageStore => ({
  add: store.add,
  list: async () => (await store.list()).filter(({ id }) => !isMailOfProgram(id)),
  readMessage: async (id) => {
    demandOthers(id);
    return store.readMessage(id);
  },
  markRead: async (id) => {
    demandOthers(id);
    await store.markRead(id);
  },
  remove: (ids) => store.remove(ids.filter((id) => !isMailOfProgram(id))),
});
