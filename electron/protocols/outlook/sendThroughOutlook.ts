import { z } from 'zod';
import type { OutlookMailbox } from './outlookMailboxes.ts';
import type { OutlookSession } from './outlookSession.ts';

export type OutlookMessage = {
  /** Null: Outlook's own one. */
  mailbox: OutlookMailbox | null;
  /** The account with this address sends it; where there is none, it is sent on behalf of this address. */
  from: string;
  to: readonly string[];
  subject: string;
  text: string;
  /** Takes the place of the text. */
  html: string | null;
  /** How long it may lie in the Outbox, in milliseconds. */
  limitMs: number;
};

const sentSchema = z.object({ waitedMs: z.number(), onBehalf: z.boolean() });

/** `waitedMs`: how long it lay in the Outbox. `onBehalf`: no account of Outlook has the sender's address. */
export type SentByOutlook = z.infer<typeof sentSchema>;

/**
 * Hands one message to Outlook (MailItem.Send) and waits until it has left the Outbox; nothing but a message is sent, no meeting
 * request. Throws OutlookUnavailable, OutlookError, and the reason of the signal: then the message may be in the Outbox or sent.
 */
export const sendThroughOutlook = (
  { ask }: OutlookSession,
  { mailbox, text, ...message }: OutlookMessage,
  signal: AbortSignal,
): Promise<SentByOutlook> => {
  const request = { ...message, text: text.replace(/\r?\n/g, '\r\n'), store: mailbox?.id ?? null };
  return ask({ operation: 'send', ...request }, sentSchema, signal);
};
