/** What says to whom a proof's message goes; `looksIntoMailbox`: it is looked for in a mailbox, which is the sender's. */
type RecipientChoice = { testRecipient: string | null; sender: string; looksIntoMailbox: boolean };

/**
 * To whom a proof's message goes that is for nobody in particular: to the profile's test recipient; else to who proves, by mail
 * address (null: none is known), unless a mailbox is looked into; else to the sender (REQUIREMENTS B05).
 */
export const proofRecipient = (
  { testRecipient, sender, looksIntoMailbox }: RecipientChoice,
  person: string | null,
): string => testRecipient ?? (looksIntoMailbox ? null : person) ?? sender;
