import { z } from 'zod';
import { OutlookError } from './outlookError.ts';
import type { OutlookSession } from './outlookSession.ts';

const mailboxSchema = z.object({
  /** StoreID of Outlook's object model. */
  id: z.string(),
  name: z.string(),
  /** Empty: it does not say. */
  address: z.string(),
  /** The one that Outlook opens with. */
  isDefault: z.boolean(),
});
const answerSchema = z.object({ mailboxes: z.array(mailboxSchema) });

/** A mailbox that Outlook can send from. */
export type OutlookMailbox = z.infer<typeof mailboxSchema>;

/** Its address; its name where it does not say. */
export const outlookMailboxLabel = ({ address, name }: OutlookMailbox): string => address || name;

/**
 * Lists the mailboxes of Outlook's profile that can send: those of its accounts, and mailboxes of others on Exchange that were added
 * to it. Throws OutlookUnavailable, OutlookError, and the reason of the signal.
 */
export const listOutlookMailboxes = async (
  { ask }: OutlookSession,
  signal: AbortSignal,
): Promise<OutlookMailbox[]> => (await ask({ operation: 'mailboxes' }, answerSchema, signal)).mailboxes;

const isCalled = ({ address, name }: OutlookMailbox, wanted: string): boolean =>
  [address, name].some((value) => value.toLowerCase() === wanted.toLowerCase());

/**
 * Chooses the mailbox of an address or a name, upper and lower case being the same; null: Outlook's own one. Throws OutlookError
 * `mailboxMissing`.
 */
export const chooseOutlookMailbox = (
  mailboxes: readonly OutlookMailbox[],
  wanted: string | null,
): OutlookMailbox => {
  const chosen =
    wanted === null
      ? mailboxes.find(({ isDefault }) => isDefault)
      : mailboxes.find((mailbox) => isCalled(mailbox, wanted));
  if (chosen) return chosen;
  throw new OutlookError({ code: 'mailboxMissing', mailboxes: mailboxes.map(outlookMailboxLabel) }, '');
};
