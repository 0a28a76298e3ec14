import { z } from 'zod';
import { command, query } from '../operation.ts';

const id = z.strictObject({ id: z.string().regex(/^[0-9a-z-]{1,64}$/) });

export const messageSummarySchema = z.strictObject({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  sizeBytes: z.int(),
  attachmentCount: z.int(),
  isRead: z.boolean(),
});
export type MessageSummary = z.infer<typeof messageSummarySchema>;

export const messageSchema = z.strictObject({
  summary: messageSummarySchema,
  headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  text: z.string().nullable(),
  /** As it was sent; the page shows it only in a frame without scripts and without remote content. */
  html: z.string().nullable(),
  /** Pictures inside the message that its HTML may name as `cid:<contentId>` (RFC 2392). */
  pictures: z.array(z.strictObject({ contentId: z.string(), mediaType: z.string(), base64: z.string() })),
  attachments: z.array(
    z.strictObject({ index: z.int(), fileName: z.string(), mediaType: z.string(), sizeBytes: z.int() }),
  ),
});
export type Message = z.infer<typeof messageSchema>;

const file = z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.string() });

export const mailboxContract = {
  /** Newest first. `search` looks in sender, recipients, subject and text. Pages count the unread with it by themselves. */
  listMessages: query('mailbox.view', 'everywhere', false)
    .input(
      z.strictObject({
        search: z.string().max(256),
        offset: z.int().nonnegative(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(
      z.strictObject({
        total: z.int(),
        unread: z.int(),
        messages: z.array(messageSummarySchema),
        limits: z.strictObject({ maximumMessages: z.int(), maximumBytes: z.int() }),
      }),
    ),
  getMessage: query('mailbox.view').input(id).output(messageSchema),
  getSource: query('mailbox.view')
    .input(id)
    .output(z.strictObject({ source: z.string() })),
  getAttachment: query('mailbox.view')
    .input(id.extend({ index: z.int().nonnegative() }))
    .output(file),
  /** The message as it lies on disk, an .eml file (RFC 5322). */
  exportMessage: query('mailbox.view').input(id).output(file),
  markRead: command('mailbox.edit', null).input(id).output(z.strictObject({})),
  removeMessages: command('mailbox.delete', { subject: null })
    .input(z.strictObject({ ids: z.array(id.shape.id).min(1).max(1_000) }))
    .output(z.strictObject({ removed: z.int() })),
};
