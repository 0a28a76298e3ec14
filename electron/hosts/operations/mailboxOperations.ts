import { valueChanges } from '../../services/audit/valueChanges.ts';
import type { MailboxService } from '../../services/mailbox/mailboxService.ts';
import { actorOf } from '../actorOf.ts';
import type { HandlerContext } from '../callContext.ts';
import type { Implementer } from '../implementer.ts';

/** The same mailbox twice: as administrators see it, and without the mails of the program for everybody else. */
export type Mailboxes = { ofAdministrators: MailboxService; ofOthers: MailboxService };

/** Answers the operations of `mailbox` from its service; failures are its own. */
export const createMailboxOperations = (os: Implementer, { ofAdministrators, ofOthers }: Mailboxes) => {
  const seenBy = (context: HandlerContext): MailboxService =>
    actorOf(context).isAdministrator ? ofAdministrators : ofOthers;
  return {
    listMessages: os.mailbox.listMessages.handler(({ input, context }) =>
      seenBy(context).listMessages(input),
    ),
    getMessage: os.mailbox.getMessage.handler(({ input, context }) => seenBy(context).getMessage(input.id)),
    getSource: os.mailbox.getSource.handler(({ input, context }) => seenBy(context).getSource(input.id)),
    getAttachment: os.mailbox.getAttachment.handler(({ input, context }) =>
      seenBy(context).getAttachment(input.id, input.index),
    ),
    exportMessage: os.mailbox.exportMessage.handler(({ input, context }) =>
      seenBy(context).exportMessage(input.id),
    ),
    markRead: os.mailbox.markRead.handler(async ({ input, context }) => {
      await seenBy(context).markRead(input.id);
      return {};
    }),
    removeMessages: os.mailbox.removeMessages.handler(async ({ input, context }) => {
      const { removed } = await seenBy(context).removeMessages(input.ids);
      context.note({ changes: valueChanges('mailbox', null, { removed }) });
      return { removed };
    }),
  };
};
