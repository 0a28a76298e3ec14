import type { MailboxService } from '../../services/mailbox/mailboxService.ts';
import type { Implementer } from '../implementer.ts';

/** Answers the operations of `mailbox` from its service; failures are its own. */
export const createMailboxOperations = (os: Implementer, mailbox: MailboxService) => ({
  listMessages: os.mailbox.listMessages.handler(({ input }) => mailbox.listMessages(input)),
  getMessage: os.mailbox.getMessage.handler(({ input }) => mailbox.getMessage(input.id)),
  getSource: os.mailbox.getSource.handler(({ input }) => mailbox.getSource(input.id)),
  getAttachment: os.mailbox.getAttachment.handler(({ input }) =>
    mailbox.getAttachment(input.id, input.index),
  ),
  exportMessage: os.mailbox.exportMessage.handler(({ input }) => mailbox.exportMessage(input.id)),
  markRead: os.mailbox.markRead.handler(async ({ input }) => {
    await mailbox.markRead(input.id);
    return {};
  }),
  removeMessages: os.mailbox.removeMessages.handler(({ input }) => mailbox.removeMessages(input.ids)),
});
