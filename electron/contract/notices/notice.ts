import { z } from 'zod';
import { languageSchema } from '../languages.ts';
import { profileKindSchema } from '../mail/profile.ts';
import { serverReplySchema } from '../proof/evidence.ts';
import { findingSchema } from '../proof/finding.ts';
import { stageNameSchema } from '../proof/proof.ts';

/** The mails that the program itself sends. */
export const noticeKinds = ['passwordReset', 'passwordChanged', 'alert', 'rehearsal'] as const;
export const noticeKindSchema = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

export const noticeStates = ['waiting', 'sending', 'delivered', 'failed', 'expired'] as const;
export const noticeStateSchema = z.enum(noticeStates);
export type NoticeState = z.infer<typeof noticeStateSchema>;

/** How the last attempt to send ended. Neither the text of the mail nor a code in it is ever part of it. */
export const noticeResultSchema = z.discriminatedUnion('outcome', [
  /** `by`: who has it now: a server, the pickup folder, or the built-in mailbox, from which nobody gets it. */
  z.strictObject({
    outcome: z.literal('accepted'),
    by: profileKindSchema,
    /** Null: the server said nothing, or there is none. */
    reply: serverReplySchema.nullable(),
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    stage: stageNameSchema,
    finding: findingSchema,
    reply: serverReplySchema.nullable(),
  }),
  /** The program could not begin: the code of the failure (NOT_FOUND: no profile is in force; VAULT_LOCKED …). */
  z.strictObject({ outcome: z.literal('notPossible'), failure: z.string() }),
  /** It is not wanted any more: its user is gone, inactive, or has another address now. */
  z.strictObject({ outcome: z.literal('withdrawn') }),
  z.strictObject({ outcome: z.literal('cancelled') }),
]);
export type NoticeResult = z.infer<typeof noticeResultSchema>;

/** One line of the delivery log. */
export const noticeSchema = z.strictObject({
  id: z.uuid(),
  kind: noticeKindSchema,
  /** Null: for no user, or for one that is gone. */
  userId: z.uuid().nullable(),
  toAddress: z.string(),
  language: languageSchema,
  createdAt: z.iso.datetime(),
  /** When it is tried again; null: nothing is left to do, or it waits until the mail profile is changed. */
  nextAttemptAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
  attempts: z.int().nonnegative(),
  state: noticeStateSchema,
  /** The server refused the program's sign-in: nothing is sent until the mail profile is changed. */
  waitsForProfile: z.boolean(),
  result: noticeResultSchema.nullable(),
  messageId: z.string().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Which part of the delivery log is wanted, the newest first. */
export const noticeQuerySchema = z.strictObject({
  kind: noticeKindSchema.nullable(),
  state: noticeStateSchema.nullable(),
  userId: z.uuid().nullable(),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(500),
});
export type NoticeQuery = z.infer<typeof noticeQuerySchema>;
