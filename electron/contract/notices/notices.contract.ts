import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, query, task } from '../operation.ts';
import { noticeQuerySchema, noticeSchema } from './notice.ts';
import { rehearsalEventSchema, unreachableUsersSchema } from './rehearsal.ts';

const nothing = z.strictObject({});
const id = z.strictObject({ id: z.uuid() });

/** The mails that the program itself sends. Who they go to and what the server said is for who may see users and mail. */
export const noticesContract = {
  /** The delivery log, the newest first. */
  listNotices: query(['mail.view', 'users.view'], 'everywhere', false)
    .input(noticeQuerySchema)
    .output(z.strictObject({ total: z.int().nonnegative(), notices: z.array(noticeSchema) })),
  /**
   * Makes a mail due at once, whatever became of it, with all that a refused sign-in stopped. NOT_FOUND, also for a
   * rehearsal, which is begun anew instead.
   */
  resendNotice: command(['mail.edit', 'users.view'], { subject: 'id' }).input(id).output(nothing),
  /** Gives a mail up that waits. NOT_FOUND. */
  cancelNotice: command(['mail.edit', 'users.view'], { subject: 'id' }).input(id).output(nothing),
  /**
   * Sends a mail for a forgotten password to a user, as it would go in earnest, and tells each step until it has arrived.
   * Streams; cancelling closes the connection at once.
   */
  rehearseReset: task(['users.edit', 'mail.view'], { subject: 'userId' })
    .input(z.strictObject({ userId: z.uuid() }))
    .output(eventIterator(rehearsalEventSchema)),
  /** Active local users whom no mail reaches: the first hundred by name. */
  listUnreachableUsers: query('users.view').output(unreachableUsersSchema),
};
