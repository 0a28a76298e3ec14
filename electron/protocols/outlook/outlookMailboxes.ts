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

/** An address is one mailbox's; a name that several have is nobody's. */
const findCalled = (mailboxes: readonly OutlookMailbox[], wanted: string): OutlookMailbox | undefined => {
  const isWanted = (value: string): boolean => value.toLowerCase() === wanted.toLowerCase();
  const addressed = mailboxes.find(({ address }) => isWanted(address));
  if (addressed) return addressed;
  const named = mailboxes.filter(({ name }) => isWanted(name));
  return named.length === 1 ? named[0] : undefined;
};

/**
 * Chooses the mailbox of an address, else of a name that no other one has, upper and lower case being the same; null:
 * Outlook's own one. Throws OutlookError `mailboxMissing`.
 */
export const chooseOutlookMailbox = (
  mailboxes: readonly OutlookMailbox[],
  wanted: string | null,
): OutlookMailbox => {
  const chosen =
    wanted === null ? mailboxes.find(({ isDefault }) => isDefault) : findCalled(mailboxes, wanted);
  if (chosen) return chosen;
  throw new OutlookError({ code: 'mailboxMissing', mailboxes: mailboxes.map(outlookMailboxLabel) }, '');
};
