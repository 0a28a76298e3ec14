import { z } from 'zod';

/** What is known of a kept message without opening it; one small file beside each message. */
export const messageEntrySchema = z.strictObject({
  receivedAt: z.iso.datetime(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  sizeBytes: z.int().nonnegative(),
  attachmentCount: z.int().nonnegative(),
  /** Folded as `foldForSearch` does it: sender, recipients, subject and the beginning of the text. */
  searchText: z.string(),
});
export type MessageEntry = z.infer<typeof messageEntrySchema>;

/** Who sent and who receives, as given to the transport (RFC 5321): blind copies are only here. */
export type Envelope = { from: string; to: readonly string[] };

/** Letters without case and accents, so that "Zurich" finds "Zürich". */
export const foldForSearch = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
